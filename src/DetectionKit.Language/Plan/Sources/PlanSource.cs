using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Sources;

/// <summary>What a plan reads: a closed family.</summary>
/// <param name="Span">The command that says so.</param>
public abstract record PlanSource(TextSpan Span) : PlanNode(Span)
{
    /// <summary>Relative or absolute time bounds as written (<c>-24h@h</c>), or null.</summary>
    public string? Earliest { get; init; }

    /// <summary>As <see cref="Earliest"/>: the end, exclusive.</summary>
    public string? Latest { get; init; }

    /// <summary>Calls the visitor's method for this kind of source.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="visitor">The visitor.</param>
    public abstract T Accept<T>(SourceVisitor<T> visitor);
}

/// <summary>One method for each kind of source.</summary>
/// <typeparam name="T">What they give.</typeparam>
public abstract class SourceVisitor<T>
{
    /// <summary>Events of a data model.</summary>
    /// <param name="source">The source.</param>
    public abstract T VisitModel(ModelSource source);

    /// <summary>Raw events.</summary>
    /// <param name="source">The source.</param>
    public abstract T VisitRaw(RawSource source);

    /// <summary>A lookup's rows.</summary>
    /// <param name="source">The source.</param>
    public abstract T VisitLookup(LookupSource source);

    /// <summary>Rows that another pipeline gives.</summary>
    /// <param name="source">The source.</param>
    public abstract T VisitGiven(GivenSource source);

    /// <summary>Rows made from nothing.</summary>
    /// <param name="source">The source.</param>
    public abstract T VisitNothing(NothingSource source);
}
