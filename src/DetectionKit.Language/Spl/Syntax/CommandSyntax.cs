using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Syntax;

/// <summary>One command of a search, as written.</summary>
/// <param name="Span">From its name to the end of its arguments.</param>
/// <param name="Keyword">Its name; empty for the implied search.</param>
internal abstract record CommandSyntax(TextSpan Span, TextSpan Keyword) : SyntaxNode(Span);
