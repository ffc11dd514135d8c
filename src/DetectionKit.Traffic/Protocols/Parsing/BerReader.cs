namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>Reads tags and lengths of BER (X.690 section 8.1): single-byte tags, definite lengths.</summary>
internal ref struct BerReader(ReadOnlySpan<byte> bytes)
{
    private ByteReader _reader = new(bytes);

    /// <summary>Whether something was asked for that was not there, or a length had no allowed form.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether the bytes ended too early.</summary>
    public readonly bool Short => _reader.Short;

    /// <summary>Where the next byte stands.</summary>
    public readonly int At => _reader.At;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => _reader.Left;

    /// <summary>The next byte; 0 at the end.</summary>
    public readonly byte Peek => _reader.Left > 0 ? _reader.Rest[0] : (byte)0;

    /// <summary>Enters a value with this tag: reads tag and length; gives the length, or -1 where the tag is another.</summary>
    public int Enter(byte tag) => _reader.U8() == tag && !_reader.Short ? Length() : Fail();

    /// <summary>Enters a value with any tag.</summary>
    public int Enter(out byte tag)
    {
        tag = _reader.U8();
        return _reader.Short ? Fail() : Length();
    }

    /// <summary>Reads a small integer (or what has its form) with this tag; -1 where there is none.</summary>
    public long Integer(byte tag)
    {
        var length = Enter(tag);
        if (length is < 1 or > 8)
            return Fail();
        long value = 0;
        foreach (var b in _reader.Take(length))
            value = value << 8 & long.MaxValue | b;
        return _reader.Short ? Fail() : value;
    }

    /// <summary>Takes a value's bytes.</summary>
    public ReadOnlySpan<byte> Take(int length) => _reader.Take(length);

    private int Length()
    {
        int first = _reader.U8();
        if (first < 0x80)
            return _reader.Short ? Fail() : first;
        var count = first & 0x7F;
        if (count is 0 or > 4)
            return Fail();
        long length = 0;
        for (; count > 0; count--)
            length = length << 8 | _reader.U8();
        return _reader.Short || length > 1 << 28 ? Fail() : (int)length;
    }

    private int Fail()
    {
        Failed = true;
        return -1;
    }
}
