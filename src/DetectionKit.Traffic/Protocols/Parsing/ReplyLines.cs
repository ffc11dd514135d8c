using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>
/// Reads replies of three digits, a space or hyphen, and text: the common form of FTP, SMTP and NNTP (RFC 959 section 4.2, RFC 5321 section
/// 4.2). Lines between the first and the last of a reply of many lines may be free text.
/// </summary>
internal ref struct ReplyLines(ReadOnlySpan<byte> bytes)
{
    private LineReader _lines = new(bytes);
    private int _open;

    /// <summary>What a reply begins with.</summary>
    public static Prefix Prefix { get; } = new(ByteSet.Range((byte)'1', (byte)'5'), ByteSet.Digits, ByteSet.Digits, ByteSet.Of((byte)' ', (byte)'-', (byte)'\r', (byte)'\n'));

    /// <summary>Whether a line was met that cannot be part of a reply.</summary>
    public bool Broken { get; private set; }

    /// <summary>The code of the line read last.</summary>
    public int Code { get; private set; }

    /// <summary>Its text.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>Whether another line of the same reply follows.</summary>
    public readonly bool IsOpen => _open != 0;

    /// <summary>What was not read: a line without its end.</summary>
    public readonly ReadOnlySpan<byte> Rest => _lines.Rest;

    /// <summary>Reads the next whole line; false at the end or where it is <see cref="Broken"/>.</summary>
    public bool Next()
    {
        if (Broken || !_lines.Next(out var line))
            return false;
        var code = CodeOf(line);
        if (code < 0 || !Ascii.IsPrintable(line))
        {
            Broken = _open == 0 || !Ascii.IsPrintable(line);
            Text = line;
            return !Broken;
        }

        Code = code;
        Text = line.Length > 4 ? line[4..] : default;
        _open = line.Length > 3 && line[3] == '-' ? code : _open == code || _open == 0 ? 0 : _open;
        return true;
    }

    /// <summary>Reads a line whose end the capture cut off, where nothing was read before it.</summary>
    public bool NextCut()
    {
        var line = Rest;
        if (CodeOf(line) < 0 || line.Length < 12 || !Ascii.IsPrintable(line))
            return false;
        Code = CodeOf(line);
        Text = line[4..];
        return true;
    }

    /// <summary>Whether a line without its end may yet become a reply.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> line)
    {
        for (var at = 0; at < line.Length && at < 4; at++)
        {
            if (!Prefix.Sets[at].Contains(line[at]))
                return false;
        }

        return Ascii.IsPrintable(line.TrimEnd((byte)'\r'));
    }

    private static int CodeOf(ReadOnlySpan<byte> line)
    {
        if (line.Length < 3 || line[0] is < (byte)'1' or > (byte)'5' || !Ascii.IsDigit(line[1]) || !Ascii.IsDigit(line[2]))
            return -1;
        if (line.Length > 3 && line[3] is not ((byte)' ' or (byte)'-'))
            return -1;
        return ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + line[2] - '0';
    }
}
