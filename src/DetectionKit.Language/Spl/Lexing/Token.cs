using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Lexing;

/// <summary>One token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its text; of quoted ones, the content with its escapes resolved.</param>
/// <param name="IsClosed">Whether a quoted one has its closing mark.</param>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, string Text, bool IsClosed = true)
{
    /// <summary>Whether it only keeps others apart.</summary>
    public bool IsTrivia => Kind is TokenKind.Whitespace or TokenKind.Comment;

    /// <summary>Whether it is a bare word that reads so, without case.</summary>
    public bool Is(string keyword) => Kind is TokenKind.Word or TokenKind.Identifier && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);
}
