using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dhcp;

/// <summary>DHCP and BOOTP (RFC 2131 section 2, RFC 951): the fixed fields, the magic cookie of RFC 1497, the walk over the options (RFC 2132).</summary>
internal sealed class DhcpIdentifier : Identifier
{
    private const int CookieAt = 236;
    private const uint Cookie = 0x63825363;
    private const int MostOptions = 128;

    /// <inheritdoc/>
    public override string App => "dhcp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(1, 2), ByteSet.Range(0, 39), ByteSet.Range(0, 16), ByteSet.Any)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 34 || said.WireLength < CookieAt || bytes[0] is not (1 or 2) || bytes[2] > 16)
            return Claim.No;
        var role = bytes[0] == 1 ? Role.Client : Role.Server;

        // Operation, hardware, hops, and the flags of which only the first is defined.
        var bits = 7 + (bytes[1] == 1 ? 8 : 2) + (bytes[2] == 6 ? 8 : 3) + (bytes[3] == 0 ? 8 : bytes[3] <= 16 ? 4 : -8) + ((bytes[10] & 0x7F) == 0 && bytes[11] == 0 ? 14 : -4);
        if (bytes.Length < CookieAt + 4)
        {
            var shown = bytes[28..Math.Min(bytes.Length, CookieAt)];
            if (said.WireLength > bytes.Length || said.WireLength < CookieAt + 4)
                return bits >= 38 && shown.Count((byte)0) * 2 > shown.Length ? Claim.Yes(bits - 6, role, "fixed fields, cut") : Claim.No;
            return Claim.No;
        }

        var reader = new ByteReader(bytes[CookieAt..]);
        if (reader.U32() != Cookie)
        {
            // BOOTP without vendor information: what it does not use is zero.
            var hardware = bytes.Slice(28 + bytes[2], 16 - bytes[2]);
            return bits >= 40 && !hardware.ContainsAnyExcept((byte)0) && !bytes[CookieAt..].ContainsAnyExcept((byte)0) ? Claim.Yes(bits, role, "BOOTP") : Claim.No;
        }

        return Options(ref reader, said.WireLength > bytes.Length) ? Claim.Yes(bits + 36, role, "magic cookie") : Claim.Yes(32, role, "magic cookie, odd options");
    }

    private static bool Options(ref ByteReader reader, bool cut)
    {
        for (var count = 0; count < MostOptions && reader.Left > 0; count++)
        {
            var code = reader.U8();
            if (code == 255)
                return true;
            if (code != 0)
                reader.Skip(reader.U8());
        }

        return cut || !reader.Short;
    }
}
