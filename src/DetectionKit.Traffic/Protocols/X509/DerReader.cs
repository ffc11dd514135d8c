namespace DetectionKit.Traffic.Protocols.X509;

/// <summary>
/// Reads DER values one behind the other (ITU-T X.690 section 8.1), never beyond what is there, and never throws: behind the first value that
/// is broken there is none. Certificates are an attacker's bytes, and what is good of a broken one is still a fact.
/// </summary>
internal ref struct DerReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsEmpty => _rest.IsEmpty;

    /// <summary>The tag of the next value; 0: none.</summary>
    public readonly byte Tag => _rest.IsEmpty ? (byte)0 : _rest[0];

    /// <summary>Reads the next value; empty where there is none.</summary>
    public ReadOnlySpan<byte> Next() => Next(out _);

    /// <summary>Reads the next value.</summary>
    /// <param name="whole">It with its tag and length.</param>
    public ReadOnlySpan<byte> Next(out ReadOnlySpan<byte> whole)
    {
        var header = 2;
        var length = _rest.Length >= 2 ? _rest[1] : 0xFF;
        if (length is > 0x80 and <= 0x83 && _rest.Length >= 2 + (length & 0x7F))
        {
            var digits = _rest.Slice(2, length & 0x7F);
            header += digits.Length;
            length = 0;
            foreach (var digit in digits)
                length = length << 8 | digit;
        }
        else if (length >= 0x80)
        {
            length = int.MaxValue;
        }

        // Tags above 30 would take more bytes; certificates have none.
        if (length > _rest.Length - header || (_rest[0] & 0x1F) == 0x1F)
        {
            _rest = whole = default;
            return default;
        }

        whole = _rest[..(header + length)];
        var content = whole[header..];
        _rest = _rest[(header + length)..];
        return content;
    }

    /// <summary>Reads the next value if it has that tag; else nothing is read and it is empty.</summary>
    public ReadOnlySpan<byte> Next(byte tag) => Tag == tag ? Next() : default;

    /// <summary>Reads the next value if it has that tag, to read on inside it.</summary>
    public DerReader Into(byte tag) => new(Next(tag));
}
