using System.Text;

namespace DetectionKit.Logs.Reading;

/// <summary>The first bytes of an input, after decompression, by which sources recognise it.</summary>
public sealed class LogHead
{
    /// <summary>How many bytes are looked at, at most.</summary>
    public const int Size = 1 << 16;

    private readonly byte[] _bytes;
    private string[]? _lines;

    /// <summary>A head.</summary>
    /// <param name="bytes">The bytes as they are in the input, marks included.</param>
    public LogHead(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes.ToArray();
        Encoding = TextEncoding.Of(bytes);
    }

    /// <summary>The bytes as they are in the input.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>How the text is encoded; null: this is no text.</summary>
    public Encoding? Encoding { get; }

    /// <summary>Its first lines, without marks and blank lines; the last may be cut. None where this is no text.</summary>
    public IReadOnlyList<string> Lines => _lines ??= Encoding is null
        ? []
        : Encoding.GetString(_bytes).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The first line that is not blank; empty where there is none.</summary>
    public string FirstLine => Lines.Count > 0 ? Lines[0] : "";
}
