namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>Reads lines that end in LF, with or without CR before it.</summary>
internal ref struct LineReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Reads a whole line; false where only a part of one, or nothing, is left.</summary>
    /// <param name="line">The line without its end.</param>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var end = _rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            line = _rest;
            return false;
        }

        line = _rest[..end];
        if (line.EndsWith("\r"u8))
            line = line[..^1];
        _rest = _rest[(end + 1)..];
        return true;
    }
}
