using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Syntax;

/// <summary>A search in square brackets.</summary>
/// <param name="Span">The whole, with its brackets.</param>
/// <param name="Commands">Its commands in order.</param>
internal sealed record SubsearchSyntax(TextSpan Span, ImmutableArray<CommandSyntax> Commands) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override string Describe() => $"[{string.Join(" | ", Commands.Select(command => command.Describe()))}]";
}
