using System.Text;

namespace DetectionKit.Logs.Reading;

/// <summary>One input that a source reads.</summary>
/// <param name="Content">The bytes from the begin on, decompressed.</param>
/// <param name="Head">The same bytes' begin.</param>
/// <param name="Limits">What one record may take.</param>
/// <param name="Cancellation">Ends reading early.</param>
public sealed record LogInput(Stream Content, LogHead Head, LogLimits Limits, CancellationToken Cancellation)
{
    /// <summary>Reads it line by line as UTF-8, whatever its encoding is.</summary>
    public LineReader OpenLines() => new(AsUtf8(), Limits.LineBytes, Cancellation);

    /// <summary>The content as UTF-8, whatever its encoding is.</summary>
    public Stream AsUtf8() => Head.Encoding is null or UTF8Encoding ? Content : Encoding.CreateTranscodingStream(Content, Head.Encoding, new UTF8Encoding(false), leaveOpen: true);
}
