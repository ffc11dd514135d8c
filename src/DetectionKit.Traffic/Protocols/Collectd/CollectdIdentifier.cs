using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Collectd;

/// <summary>
/// collectd's binary protocol (collectd wiki, "Binary protocol"): parts of type and length that fill the datagram.
/// </summary>
internal sealed class CollectdIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "collectd";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0, 0, 0), Prefix.Bytes(2, 0x10), Prefix.Bytes(2, 0, 0)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var parts = 0;
        while (reader.Left > 0)
        {
            var type = reader.U16();
            var length = reader.U16();
            if (reader.Short ? said.WireLength == said.Bytes.Length : length < 5)
                return Claim.No;
            var body = reader.Take(length - 4);
            if (reader.Short && said.WireLength > said.Bytes.Length)
                break; // the capture cut it
            if (reader.Short || !Fits(type, body))
                return Claim.No;
            parts += type == 0x210 ? 2 : 1; // what is encrypted fills the rest
        }

        return parts >= 2 ? Claim.Yes(Math.Min(24 * parts, 96), Role.Client, "parts") : Claim.No;
    }

    private static bool Fits(ushort type, ReadOnlySpan<byte> body) => type switch
    {
        0 or 2 or 3 or 4 or 5 or 0x100 => body[^1] == 0 && Ascii.IsPrintable(body[..^1]),
        1 or 7 or 8 or 9 or 0x101 => body.Length == 8,
        6 => body.Length > 2 && body.Length == 2 + (9 * (body[0] << 8 | body[1])),
        0x200 => body.Length > 32,
        0x210 => body.Length > 24 && (body[0] << 8 | body[1]) is > 0 and < 256 and var name && name + 22 <= body.Length && Ascii.IsVisible(body.Slice(2, name)),
        _ => false,
    };
}
