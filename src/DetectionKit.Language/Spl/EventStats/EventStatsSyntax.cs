using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.EventStats;

/// <summary><c>eventstats count BY ...</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Clause">Aggregates and by-fields.</param>
internal sealed record EventStatsSyntax(TextSpan Span, TextSpan Keyword, AggregateClause Clause) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("eventstats", Clause.Describe());
}
