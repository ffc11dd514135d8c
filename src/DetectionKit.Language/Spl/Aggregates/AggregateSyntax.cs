using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Aggregates;

/// <summary>One aggregate of stats, tstats and their like: <c>dc(src) AS sources</c>.</summary>
/// <param name="Span">The whole.</param>
/// <param name="Function">The function as written: <c>perc95</c>.</param>
/// <param name="Field">What is aggregated: a field or pattern, or null.</param>
/// <param name="Expression">What is aggregated: the content of <c>eval(...)</c>, or null.</param>
/// <param name="As">The column that gets the result, or null.</param>
/// <param name="Text">The aggregate as written, without its name: the column where none is given.</param>
internal sealed record AggregateSyntax(
    TextSpan Span, NameSyntax Function, NameSyntax? Field, ExpressionSyntax? Expression, NameSyntax? As, string Text) : SyntaxNode(Span)
{
    /// <summary>Whether the expression computes with aggregates (<c>eval(avg(a) * 2)</c>) instead of being aggregated.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Of a sparkline: the function that it shows; null: how many rows there are.</summary>
    public NameSyntax? Shown { get; init; }

    /// <summary>Of a sparkline: how wide its buckets are, or null.</summary>
    public BucketSpan? Width { get; init; }

    /// <inheritdoc/>
    public override string Describe() => List(
        Function.Text,
        Shown?.Text ?? "",
        Field?.Describe() ?? "",
        Expression is null ? "" : $"(eval {Expression.Describe()})",
        Width is { } width ? $"span={width.Width} {width.Unit}" : "",
        As is null ? "" : $"->{As.Describe()}");
}
