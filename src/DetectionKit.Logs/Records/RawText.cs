using System.Text;

namespace DetectionKit.Logs.Records;

/// <summary>A record's own text, kept as bytes until somebody asks.</summary>
internal static class RawText
{
    /// <summary>What makes the text.</summary>
    /// <param name="bytes">The record in UTF-8.</param>
    public static Func<string?> Of(ReadOnlySpan<byte> bytes)
    {
        var kept = bytes.ToArray();
        return () => Encoding.UTF8.GetString(kept);
    }
}
