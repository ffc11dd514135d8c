namespace DetectionKit.Language.Plan.Predicates;

/// <summary>Text in which <c>*</c> stands for any text, as the search language matches it: without case, unless <c>CASE()</c> asks for it.</summary>
/// <param name="Source">The pattern as written, unquoted.</param>
/// <param name="WithCase">Whether upper and lower case differ.</param>
public sealed record TextPattern(string Source, bool WithCase = false)
{
    /// <summary>Whether no <c>*</c> occurs: then the whole text must be equal.</summary>
    public bool IsExact => !Source.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether any text fits.</summary>
    public bool IsAny => Source.Length > 0 && Source.AsSpan().Trim('*').IsEmpty;
}
