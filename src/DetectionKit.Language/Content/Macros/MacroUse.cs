using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Content.Macros;

/// <summary>A use of a macro in a search: <c>`name(argument, argument)`</c>.</summary>
/// <param name="Span">The whole use, backticks with it.</param>
/// <param name="Name">The name's place.</param>
/// <param name="Arguments">The arguments' places, quotes around them left out.</param>
/// <param name="IsWellFormed">Whether its parentheses close and its name is a name.</param>
internal sealed record MacroUse(TextSpan Span, TextSpan Name, ImmutableArray<TextSpan> Arguments, bool IsWellFormed);
