using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Aggregates;

/// <summary>Binds aggregates against the columns of rows.</summary>
internal static class AggregateBinder
{
    /// <summary>The aggregates of a clause and its by-columns, each once.</summary>
    public static (ImmutableArray<BoundAggregate> Functions, ImmutableArray<string> By) Bind(AggregateClause clause, PlanBuilder plan)
    {
        foreach (var name in clause.By)
            plan.Column(name);
        ImmutableArray<string> by = [.. clause.By.Select(name => name.Text).Distinct(StringComparer.Ordinal)];

        // A pattern passes over what rows are grouped by.
        var schema = plan.Schema with { Columns = plan.Schema.Columns.RemoveAll(column => by.Contains(column, StringComparer.Ordinal)) };
        var functions = clause.Functions.SelectMany(function => Bind(function, plan, plan.Column, schema));
        return ([.. functions.Select(function => clause.AllNumbers && AggregateCatalogue.OfNumbers.Contains(function.Name) ? function with { AllNumbers = true } : function)], by);
    }

    /// <summary>The columns behind an aggregation: open where patterns make columns that are not known before the run.</summary>
    public static PlanSchema Schema(IEnumerable<string> by, ImmutableArray<BoundAggregate> functions) => new(
        [.. by.Concat(Columns(functions)).Distinct(StringComparer.Ordinal)], IsOpen: functions.Any(function => function.Pattern is not null));

    /// <summary>The columns that aggregates add to a schema.</summary>
    public static PlanSchema Add(PlanSchema schema, ImmutableArray<BoundAggregate> functions)
    {
        var all = Columns(functions).Aggregate(schema, (known, column) => known.With(column));
        return functions.Any(function => function.Pattern is not null) ? all.Opened() : all;
    }

    /// <summary>The aggregates that one means: one, or with <c>values(*)</c> one for each column that fits.</summary>
    /// <param name="syntax">The aggregate.</param>
    /// <param name="plan">The plan so far.</param>
    /// <param name="resolve">Binds a field's name; null when it was reported.</param>
    /// <param name="schema">The columns that patterns are matched with.</param>
    /// <param name="ofTime">Whether it is one of a bucket of time, as in timechart.</param>
    public static IEnumerable<BoundAggregate> Bind(AggregateSyntax syntax, PlanBuilder plan, Func<NameSyntax, FieldSymbol?> resolve, PlanSchema schema, bool ofTime = false)
    {
        if (string.Equals(syntax.Function.Text, "sparkline", StringComparison.OrdinalIgnoreCase))
            return Sparkline(syntax, plan, resolve, schema);
        if (Function(syntax, plan, ofTime) is not var (name, percentile))
            return [];
        if (syntax.Field is { IsPattern: true } pattern)
            return BindPattern(syntax, schema, pattern, name, percentile);
        var column = syntax.As?.Text ?? syntax.Text;
        if (syntax.Expression is { } expression)
            return [new BoundAggregate(syntax.Span, name, ExpressionBinder.BindAggregated(expression, plan), column, percentile)];
        if (syntax.Field is { } field)
            return resolve(field) is { } symbol ? [new BoundAggregate(syntax.Span, name, new FieldExpression(field.Span, symbol), column, percentile)] : [];
        if (!string.Equals(name, "count", StringComparison.Ordinal))
            plan.Report(DiagnosticTable.Expected, syntax.Function.Span, $"`{syntax.Function.Text}(field)`", $"`{syntax.Function.Text}` alone");
        return [new BoundAggregate(syntax.Span, name, null, column, percentile)];
    }

    // What a sparkline shows is bound as an aggregate of its own.
    private static IEnumerable<BoundAggregate> Sparkline(AggregateSyntax syntax, PlanBuilder plan, Func<NameSyntax, FieldSymbol?> resolve, PlanSchema schema)
    {
        var shown = syntax with { Function = syntax.Shown ?? new NameSyntax(syntax.Function.Span, "count"), As = null, Shown = null };
        return Bind(shown, plan, resolve, schema).Select(one => one with { Name = "sparkline", Of = one.Name, Width = syntax.Width, Column = syntax.As?.Text ?? syntax.Text });
    }

    private static IEnumerable<BoundAggregate> BindPattern(
        AggregateSyntax syntax, PlanSchema schema, NameSyntax pattern, string name, double? percentile)
    {
        if (schema.IsOpen)
        {
            var stars = syntax.As?.Text ?? $"{syntax.Function.Text}({pattern.Text})";
            yield return new BoundAggregate(syntax.Span, name, null, stars, percentile) { Pattern = pattern.Text };
            yield break;
        }

        foreach (var column in schema.Columns)
        {
            if (!Wildcards.Matches(pattern.Text, column) || (column.StartsWith('_') && !pattern.Text.StartsWith('_')))
                continue;
            var target = syntax.As is { } named
                ? Wildcards.Rename(new PlanSchema([column], false), pattern.Text, named.Text).Columns[0]
                : $"{syntax.Function.Text}({column})";
            yield return new BoundAggregate(syntax.Span, name, new FieldExpression(pattern.Span, new FieldSymbol.Column(column)), target, percentile);
        }
    }

    private static (string Name, double? Percentile)? Function(AggregateSyntax syntax, PlanBuilder plan, bool ofTime)
    {
        var written = syntax.Function.Text.ToLowerInvariant();
        var stem = AggregateCatalogue.StemOf(written);
        if (AggregateCatalogue.Names.TryGetValue(written, out var name) && !IsPercentile(name))
        {
            if (written.StartsWith("per_", StringComparison.Ordinal) && !ofTime)
                plan.Report(DiagnosticTable.UnknownAggregate, syntax.Function.Span, syntax.Function.Text, " here: it belongs to `timechart`");
            return (name, null);
        }

        if (AggregateCatalogue.Names.TryGetValue(stem, out name) && IsPercentile(name)
            && double.TryParse(written.AsSpan(stem.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percentile)
            && percentile is >= 0 and <= 100)
            return (name, percentile);
        var near = Suggestion.For(written, AggregateCatalogue.Names.Keys);
        plan.ReportWithFix(DiagnosticTable.UnknownAggregate, syntax.Function.Span, near, syntax.Function.Text, Suggestion.Tail(near));
        return null;
    }

    private static IEnumerable<string> Columns(ImmutableArray<BoundAggregate> functions) =>
        functions.Where(function => function.Pattern is null).Select(function => function.Column);

    private static bool IsPercentile(string name) => name.EndsWith("perc", StringComparison.Ordinal);
}
