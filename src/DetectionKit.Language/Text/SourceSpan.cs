namespace DetectionKit.Language.Text;

/// <summary>A stretch of a file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">The stretch of its text.</param>
public readonly record struct SourceSpan(SourceText Source, TextSpan Span)
{
    /// <summary>Where it begins.</summary>
    public LinePosition Start => Source.PositionOf(Span.Start);

    /// <summary>The place behind its last unit.</summary>
    public LinePosition End => Source.PositionOf(Span.End);
}
