using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Stats;

/// <summary><c>stats count BY ...</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Clause">Aggregates and by-fields.</param>
internal sealed record StatsSyntax(TextSpan Span, TextSpan Keyword, AggregateClause Clause) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("stats", Clause.Describe());
}
