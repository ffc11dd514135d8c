using DetectionKit.Language.Text;

namespace DetectionKit.Language.Content;

/// <summary>A value of a content file and where it stands.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct Located<T>(T Value, SourceSpan Span);
