using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Syntax;

/// <summary>A search: its commands in order. Commands that could not be read are left out.</summary>
/// <param name="Span">The whole.</param>
/// <param name="Commands">The commands.</param>
internal sealed record SplSyntax(TextSpan Span, ImmutableArray<CommandSyntax> Commands) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override string Describe() => string.Join(" | ", Commands.Select(command => command.Describe()));
}
