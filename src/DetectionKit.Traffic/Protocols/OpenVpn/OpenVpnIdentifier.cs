using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.OpenVpn;

/// <summary>OpenVPN's control channel (its documentation of the wire protocol): a hard reset with its session id, over TCP behind a length; authenticated and encrypted ones too.</summary>
internal sealed class OpenVpnIdentifier : Identifier
{
    private static readonly ByteSet Codes = ByteSet.Of(0x38, 0x40, 0x50, 0x20, 0x28).Or(OpenVpnSequel.Data);

    /// <inheritdoc/>
    public override string App => "openvpn";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(Codes)];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [new(ByteSet.Range(0, 5), ByteSet.Any, Codes)] : Prefixes;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var left = said.WireLength;
        if (said.Carrier == Carrier.Tcp)
        {
            if (bytes.Length < 3)
                return said.TooShort;
            left = bytes[0] << 8 | bytes[1];
            if (left is < 14 or > 1600 || !(IsReset(bytes[2]) || (bytes[2] is 0x20) || (!said.FromStart && Codes.Contains(bytes[2]))))
                return Claim.No;
            if (bytes.Length < 2 + left)
                return said.TooShort;
            var next = bytes[(2 + left)..];
            bytes = bytes.Slice(2, left);
            if (!said.FromStart && !IsReset(bytes[0]) && Handshake(bytes).Kind == ClaimKind.No)
                return Stream(said, bytes, next);
        }
        else if (!said.Previous.IsEmpty && bytes.Length == left && OpenVpnSequel.Judge(said.Previous, bytes) is { Kind: ClaimKind.Yes } sequel)
        {
            return sequel;
        }
        else if (OpenVpnSequel.Data.Contains(bytes[0]) || bytes[0] == 0x28)
        {
            // Alone it may be anything; what follows it may show that it counts.
            return bytes.Length >= 22 && (said.Previous.IsEmpty || said.Previous[0] >> 3 != bytes[0] >> 3) ? Claim.More : Claim.No;
        }

        if (bytes.Length < 14 || bytes.Length != left)
            return Claim.No;
        if (bytes[0] == 0x20)
            return Handshake(bytes);
        if (!IsReset(bytes[0]))
            return Claim.No;
        var role = bytes[0] == 0x40 ? Role.Server : Role.Client;

        // Nothing acknowledged, message 0; or one acknowledged with the other's session id.
        if (left == 14 && bytes[9] == 0 && IsZero(bytes.Slice(10, 4)))
            return Claim.Yes(50, role, "hard reset");
        if (left == 26 && bytes[9] == 1 && IsZero(bytes.Slice(10, 4)) && IsZero(bytes[^4..]))
            return Claim.Yes(80, role, "hard reset, answer");
        return Authenticated(bytes, left, role);
    }

    /// <summary>A stream whose beginning is not there: a packet behind its length, and another that continues it.</summary>
    private static Claim Stream(in Utterance said, ReadOnlySpan<byte> packet, ReadOnlySpan<byte> next)
    {
        if (next.Length < 2)
            return said.TooShort;
        var length = next[0] << 8 | next[1];
        if (next.Length < 2 + length)
            return length <= 1600 ? said.TooShort : Claim.No;
        return length < 14 ? Claim.No : OpenVpnSequel.Judge(packet, next.Slice(2, length)) is { Kind: ClaimKind.Yes } sequel ? Claim.Yes(sequel.Bits + 16, sequel.Role, sequel.Rule) : Claim.No;
    }

    /// <summary>A control packet that is neither authenticated nor encrypted: what it acknowledges, its number, and TLS.</summary>
    private static Claim Handshake(ReadOnlySpan<byte> bytes)
    {
        var acknowledged = bytes[9];
        var at = 10 + (4 * acknowledged) + (acknowledged > 0 ? 8 : 0);
        return acknowledged <= 8 && at + 9 <= bytes.Length && bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 4] is >= 20 and <= 23 && bytes[at + 5] == 3 && bytes[at + 6] <= 4
            ? Claim.Yes(44, Role.Peer, "control packet with TLS")
            : Claim.No;
    }

    /// <summary>A digest of 16, 20, 32 or 64 bytes, packet id 1, a time; or packet id 1, a time, a digest and what is encrypted.</summary>
    private static Claim Authenticated(ReadOnlySpan<byte> bytes, int left, Role role)
    {
        foreach (var digest in (ReadOnlySpan<int>)[16, 20, 32, 48, 64])
        {
            var at = 9 + digest;
            if (left == at + 13 && IsFirst(bytes[at..]) && bytes[at + 8] == 0 && IsZero(bytes.Slice(at + 9, 4)))
                return Claim.Yes(64, role, "authenticated hard reset");
            if (left == at + 25 && IsFirst(bytes[at..]) && bytes[at + 8] == 1)
                return Claim.Yes(50, role, "authenticated hard reset, answer");
        }

        return left >= 54 && IsFirst(bytes[9..]) ? Claim.Yes(40, role, "encrypted hard reset") : Claim.No;
    }

    /// <summary>Packet id 1 (or the cookie of a server that keeps no state), and seconds since 1970 from 2001 on.</summary>
    private static bool IsFirst(ReadOnlySpan<byte> bytes) => bytes.Length >= 8 && (bytes[0] is 0 or 0x0F) && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 1 && bytes[4] is >= 0x3A and <= 0x90;

    private static bool IsReset(byte code) => code is 0x38 or 0x40 or 0x50;

    private static bool IsZero(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept((byte)0);
}
