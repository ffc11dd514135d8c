using System.Collections.Immutable;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding.Columns;

/// <summary>
/// The fields that every raw event has of its time (<c>date_hour</c>), for plans whose rows keep all columns of their events: an event makes such a field
/// only where it is asked for by name.
/// </summary>
internal static class DateColumns
{
    private static readonly ImmutableSortedSet<string> None = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The stages, behind one that fills what they read of these fields.</summary>
    /// <param name="span">The source.</param>
    /// <param name="stages">The stages.</param>
    /// <param name="reads">Which columns a stage reads; null: it may read any.</param>
    public static ImmutableArray<PlanStage> Filled(TextSpan span, ImmutableArray<PlanStage> stages, Func<PlanStage, ImmutableSortedSet<string>?> reads)
    {
        string[] read = [.. stages.Aggregate(None, (all, stage) => all.Union((reads(stage) ?? None).Concat(Patterns(stage)))).SelectMany(Meant).Distinct(StringComparer.Ordinal)];
        return read.Length == 0 ? stages : stages.Insert(0, new EvalStage(span, [.. read.Select(column => Filled(span, column))]));
    }

    private static BoundAssignment Filled(TextSpan span, string column) => new(span, column, new CoalesceExpression(span,
    [
        new FieldExpression(span, new FieldSymbol.Column(column)),
        new CallExpression(span, FunctionCatalogue.All["part of a time"], [new FieldExpression(span, new FieldSymbol.Column("_time")), new LiteralExpression(span, Value.Of(column))]),
    ]));

    private static IEnumerable<string> Patterns(PlanStage stage) => stage switch
    {
        TableStage table => table.Patterns,
        FieldsStage { Remove: false } fields => fields.Patterns,
        RenameStage rename => rename.Pairs.Select(pair => pair.From),
        _ => [],
    };

    private static IEnumerable<string> Meant(string name) => name.StartsWith("date_", StringComparison.Ordinal) ? DateFields.All.Where(field => Wildcards.Matches(name, field)) : [];
}
