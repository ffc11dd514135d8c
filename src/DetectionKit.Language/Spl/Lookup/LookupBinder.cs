using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Lookup;

/// <summary>Binds <c>lookup</c> against the columns of the rows and, where the lookup is defined, of its table.</summary>
internal static class LookupBinder
{
    public static void Bind(LookupSyntax syntax, PlanBuilder plan)
    {
        var table = Find(plan, syntax.Table);
        var schema = plan.Schema;
        foreach (var pair in syntax.Inputs)
        {
            CheckColumn(plan, syntax.Table, table, pair.Column);
            plan.Column(pair.Field);
        }

        foreach (var pair in syntax.Outputs)
        {
            CheckColumn(plan, syntax.Table, table, pair.Column);
            schema = schema.With(pair.Field.Text);
        }

        if (syntax.Outputs.IsEmpty)
        {
            var inputs = syntax.Inputs.Select(pair => pair.Column.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var column in table ?? [])
                schema = inputs.Contains(column) ? schema : schema.With(column);
            schema = table is null ? schema.Opened() : schema;
        }

        var spec = new LookupSpec(syntax.Table.Text, Fields(syntax.Inputs), Fields(syntax.Outputs), syntax.KeepExisting);
        plan.Add(new LookupStage(syntax.Span, spec, plan.Lookups.ByTime.Contains(spec.Table)), schema);
    }

    /// <summary>The lookup's columns; null and a warning where it is not defined.</summary>
    public static ImmutableArray<string>? Find(PlanBuilder plan, NameSyntax lookup)
    {
        if (plan.Lookups.Find(lookup.Text) is { } columns)
            return columns;
        var near = Suggestion.For(lookup.Text, plan.Lookups.Columns.Keys);
        plan.ReportWithFix(DiagnosticTable.UndefinedLookup, lookup.Span, near, lookup.Text, Suggestion.Tail(near));
        return null;
    }

    /// <summary>Reports a column that the table does not have.</summary>
    public static void CheckColumn(PlanBuilder plan, NameSyntax lookup, ImmutableArray<string>? table, NameSyntax column)
    {
        if (table is not { } columns || columns.Contains(column.Text, StringComparer.Ordinal))
            return;
        var near = Suggestion.For(column.Text, columns);
        plan.ReportWithFix(DiagnosticTable.UnknownLookupColumn, column.Span, near, column.Text, lookup.Text, Suggestion.Tail(near));
    }

    private static ImmutableArray<LookupField> Fields(IEnumerable<LookupPairSyntax> pairs) =>
        [.. pairs.Select(pair => new LookupField(pair.Column.Text, pair.Field.Text))];
}
