using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Tail;

/// <summary><c>tail 10</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Limit">How many rows; null: not said.</param>
internal sealed record TailSyntax(TextSpan Span, TextSpan Keyword, int? Limit) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("tail", Limit is { } limit ? $"limit={limit}" : "");
}
