namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>What a walk over a DNS-shaped message found.</summary>
internal record struct DnsShape(ushort Flags, int Questions, int Answers)
{
    /// <summary>Whether the message is one.</summary>
    public bool Fits { get; set; }

    /// <summary>Whether the questions were read whole, whatever came behind them.</summary>
    public bool QuestionsFit { get; set; }

    /// <summary>Whether it fits, but says so little that alone it is no proof.</summary>
    public bool Weak { get; set; }

    /// <summary>Bits of evidence.</summary>
    public int Bits { get; private set; }

    /// <summary>Whether the walk is over before the message is.</summary>
    public bool Ended { get; private set; }

    /// <summary>Where the first name stands; 0 for none.</summary>
    public int NameAt { get; set; }

    /// <summary>How many visible characters the names have.</summary>
    public int Letters { get; set; }

    /// <summary>How many other bytes the names have.</summary>
    public int Odd { get; set; }

    /// <summary>The first type asked for or given.</summary>
    public int Type { get; private set; }

    /// <summary>Whether a class has its top bit set, as multicast DNS does (RFC 6762 sections 5.4 and 10.2).</summary>
    public bool HasTopBit { get; private set; }

    /// <summary>Whether the message answers.</summary>
    public readonly bool IsResponse => Flags >= 0x8000;

    /// <summary>Counts evidence.</summary>
    public void Add(int bits) => Bits = Math.Min(Bits + bits, 200);

    /// <summary>Notes a type and a class.</summary>
    public void See(int type, int kind)
    {
        Type = Type == 0 ? type : Type;
        HasTopBit |= (kind & 0x8000) != 0;
    }

    /// <summary>The capture cut the message here; what was there fits.</summary>
    public void Stop()
    {
        Ended = true;
        Fits = true;
    }

    /// <summary>The message is none.</summary>
    public void Refuse()
    {
        Ended = true;
        Fits = false;
    }

    /// <summary>Bytes behind the message: padding is harmless, others make it doubtful.</summary>
    public void Trailing(int count, ReadOnlySpan<byte> bytes)
    {
        if (bytes.ContainsAnyExcept((byte)0))
            Bits = Math.Max(0, Bits - 16 - Math.Min(count, 16));
    }
}
