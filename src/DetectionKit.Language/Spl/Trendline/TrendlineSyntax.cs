using System.Collections.Immutable;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Trendline;

/// <summary><c>trendline sma5(a) AS b ema10(c)</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Lines">The averages as written.</param>
internal sealed record TrendlineSyntax(TextSpan Span, TextSpan Keyword, ImmutableArray<AggregateSyntax> Lines) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("trendline", Lines.Select(line => line.Describe()));
}
