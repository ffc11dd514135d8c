using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Content.Macros;

/// <summary>A macro that the content defines: one file of <c>macros/</c>.</summary>
/// <param name="Name">Its name, without an argument count.</param>
/// <param name="Arguments">The names of its arguments, which the definition holds between dollar signs.</param>
/// <param name="Definition">What a use is replaced by, with the way back into the macro's file.</param>
/// <param name="NameSpan">Where its name stands.</param>
public sealed record MacroDefinition(string Name, ImmutableArray<string> Arguments, SearchText Definition, SourceSpan NameSpan);
