namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>
/// What an identifier says to the bytes of one side. Evidence is counted in bits: how many bits of these bytes were fixed by the protocol and
/// found so (a 4-byte magic is 32; a 16-bit length that equals the datagram's is 16; a byte with 8 allowed values is 5). So claims of
/// different protocols compare, and the chance that foreign bytes pass is about 2^-bits.
/// </summary>
public readonly record struct Claim
{
    private Claim(ClaimKind kind, int bits, Role role, string rule)
    {
        Kind = kind;
        Bits = bits;
        Role = role;
        Rule = rule;
    }

    /// <summary>These bytes are not this protocol; the identifier is not asked again for this side.</summary>
    public static Claim No => default;

    /// <summary>Fits so far, but there is too little of it: ask again when there is more.</summary>
    public static Claim More => new(ClaimKind.More, 0, Role.Peer, "");

    /// <summary>Which of the three.</summary>
    public ClaimKind Kind { get; }

    /// <summary>Bits of evidence, for <see cref="ClaimKind.Yes"/>.</summary>
    public int Bits { get; }

    /// <summary>The part that the side plays.</summary>
    public Role Role { get; }

    /// <summary>Which rule decided, in a few words, for <c>--why</c>: "request line".</summary>
    public string Rule { get; }

    /// <summary>These bytes are this protocol's.</summary>
    /// <param name="bits">Bits of evidence.</param>
    /// <param name="role">The part that the side plays.</param>
    /// <param name="rule">Which rule decided; a constant.</param>
    public static Claim Yes(int bits, Role role, string rule) => new(ClaimKind.Yes, bits, role, rule);
}

/// <summary>The kinds of <see cref="Claim"/>.</summary>
public enum ClaimKind : byte
{
    /// <summary>Not this protocol.</summary>
    No,

    /// <summary>Perhaps; more is needed.</summary>
    More,

    /// <summary>This protocol.</summary>
    Yes,
}
