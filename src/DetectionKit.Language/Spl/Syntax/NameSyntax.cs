using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Syntax;

/// <summary>A name among a command's arguments: of a field, a lookup, a data model.</summary>
/// <param name="Span">Where it stands, quotes included.</param>
/// <param name="Text">The name without quotes.</param>
internal sealed record NameSyntax(TextSpan Span, string Text) : SyntaxNode(Span)
{
    /// <summary>Whether it holds a <c>*</c>.</summary>
    public bool IsPattern => Text.Contains('*', StringComparison.Ordinal);

    /// <summary>How many <c>*</c> it holds.</summary>
    public int Stars => Text.AsSpan().Count('*');

    /// <inheritdoc/>
    public override string Describe() => Text.Length == 0 || Text.Any(unit => char.IsWhiteSpace(unit) || unit is '(' or ')') ? $"\"{Text}\"" : Text;
}
