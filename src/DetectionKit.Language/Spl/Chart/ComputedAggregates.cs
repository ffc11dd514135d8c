using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Chart;

/// <summary>
/// The aggregates of a chart where some are computed from others: <c>eval(avg(cpu) * max(mem)) AS load</c>. The aggregates inside become the chart's, and
/// the expressions over them a pipeline of their own. Manual: chart, timechart, "eval-expression".
/// </summary>
/// <param name="Aggregates">The aggregates that the rows are counted with.</param>
/// <param name="Columns">The columns of the result, in order.</param>
/// <param name="Expressions">What is computed from them: the column, and its expression over the aggregates' columns.</param>
internal sealed record ComputedAggregates(ImmutableArray<AggregateSyntax> Aggregates, ImmutableArray<string> Columns, ImmutableArray<(AggregateSyntax Syntax, ExpressionSyntax Expression)> Expressions)
{
    /// <summary>Takes aggregates apart.</summary>
    public static ComputedAggregates Of(ImmutableArray<AggregateSyntax> functions, PlanBuilder plan)
    {
        var found = new List<AggregateSyntax>();
        var expressions = ImmutableArray.CreateBuilder<(AggregateSyntax, ExpressionSyntax)>();
        foreach (var function in functions)
        {
            if (function is { IsComputed: true, Expression: { } expression })
                expressions.Add((function, expression.Accept(new AggregateTaker(found, plan))));
            else
                found.Add(function);
        }

        return new([.. found.DistinctBy(NameOf, StringComparer.Ordinal)], [.. functions.Select(NameOf)], expressions.ToImmutable());
    }

    /// <summary>The pipeline that computes the columns of a row of aggregates; null where nothing is computed.</summary>
    public PlanPipeline? Pipeline(TextSpan span, ImmutableArray<BoundAggregate> aggregates, PlanBuilder outer)
    {
        if (Expressions.IsEmpty)
            return null;
        var plan = outer.Nested();
        plan.Begin(new GivenSource(span), new PlanSchema([.. aggregates.Select(aggregate => aggregate.Column)], IsOpen: false));
        ImmutableArray<BoundAssignment> assignments = [.. Expressions.Select(one => new BoundAssignment(one.Syntax.Span, NameOf(one.Syntax), ExpressionBinder.BindValue(one.Expression, plan, plan.Schema)))];
        plan.Add(new EvalStage(span, assignments), assignments.Aggregate(plan.Schema, (schema, one) => schema.With(one.Column)));
        return new PlanPipeline(plan.Source!, plan.Stages, plan.Schema);
    }

    private static string NameOf(AggregateSyntax function) => function.As?.Text ?? function.Text;

    /// <summary>Puts a field in the place of each aggregate of an expression.</summary>
    private sealed class AggregateTaker(List<AggregateSyntax> found, PlanBuilder plan) : TemplateWriter(name => name)
    {
        public override ExpressionSyntax VisitField(FieldSyntax syntax) =>
            string.Equals(syntax.Name, "count", StringComparison.OrdinalIgnoreCase) || string.Equals(syntax.Name, "c", StringComparison.Ordinal) ? Take(syntax.Span, syntax.Name, null, null) : syntax;

        public override ExpressionSyntax VisitCall(CallSyntax syntax) => syntax.Arguments switch
        {
            [] when IsAggregate(syntax) => Take(syntax.Span, syntax.Function.Text, null, null),
            [FieldSyntax field] when IsAggregate(syntax) => Take(syntax.Span, syntax.Function.Text, new NameSyntax(field.Span, field.Name), null),
            [CallSyntax { Function.Text: "eval", Arguments: [var inner] }] when IsAggregate(syntax) => Take(syntax.Span, syntax.Function.Text, null, inner),
            _ => base.VisitCall(syntax),
        };

        private static bool IsAggregate(CallSyntax syntax) =>
            AggregateCatalogue.Names.ContainsKey(AggregateCatalogue.StemOf(syntax.Function.Text.ToLowerInvariant()));

        private FieldSyntax Take(TextSpan span, string function, NameSyntax? field, ExpressionSyntax? expression)
        {
            var text = plan.TextOf(span);
            found.Add(new AggregateSyntax(span, new NameSyntax(new TextSpan(span.Start, function.Length), function), field, expression, null, text));
            return new FieldSyntax(span, text);
        }
    }
}
