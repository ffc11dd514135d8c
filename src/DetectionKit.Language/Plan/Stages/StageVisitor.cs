namespace DetectionKit.Language.Plan.Stages;

/// <summary>One method for each kind of stage, so that a new one breaks the build wherever it must be thought of.</summary>
/// <typeparam name="T">What they give.</typeparam>
public abstract class StageVisitor<T>
{
    /// <summary><c>search</c> after the first command: keeps the rows for which the search condition holds.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitFilter(FilterStage stage);

    /// <summary><c>where</c>: keeps the rows for which the condition is true.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitWhere(WhereStage stage);

    /// <summary><c>eval</c>: sets columns, from left to right.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitEval(EvalStage stage);

    /// <summary><c>stats</c> and <c>tstats</c>: one row per distinct combination of the by-columns.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitAggregate(AggregateStage stage);

    /// <summary><c>rename</c>: gives columns other names, from left to right.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitRename(RenameStage stage);

    /// <summary><c>convert</c>: conversions from left to right.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitConvert(ConvertStage stage);

    /// <summary><c>fields</c>: keeps or removes columns.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitFields(FieldsStage stage);

    /// <summary><c>table</c>: exactly these columns in this order.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitTable(TableStage stage);

    /// <summary><c>sort</c>: orders the rows.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitSort(SortStage stage);

    /// <summary><c>dedup</c>: keeps the first rows of each combination of values.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitDedup(DedupStage stage);

    /// <summary><c>fillnull</c>: puts a value where a column is absent.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitFillNull(FillNullStage stage);

    /// <summary><c>lookup</c>: adds the columns of a table's rows that match.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitLookup(LookupStage stage);

    /// <summary><c>head</c></summary>
    public abstract T VisitHead(HeadStage stage);

    /// <summary><c>tail</c></summary>
    public abstract T VisitTail(TailStage stage);

    /// <summary><c>reverse</c></summary>
    public abstract T VisitReverse(ReverseStage stage);

    /// <summary><c>mvexpand</c></summary>
    public abstract T VisitMvExpand(MvExpandStage stage);

    /// <summary><c>regex</c></summary>
    public abstract T VisitRegex(RegexStage stage);

    /// <summary><c>eventstats</c></summary>
    public abstract T VisitEventStats(EventStatsStage stage);

    /// <summary><c>search</c> with subsearches in its condition.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitSubsearch(SubsearchStage stage);

    /// <summary><c>transaction</c></summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitTransaction(TransactionStage stage);

    /// <summary><c>foreach</c></summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitForeach(ForeachStage stage);

    /// <summary>A stage that is plain data.</summary>
    /// <param name="stage">The stage.</param>
    public abstract T VisitSpec(SpecStage stage);
}
