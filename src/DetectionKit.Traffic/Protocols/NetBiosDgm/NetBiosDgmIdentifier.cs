using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.NetBiosDgm;

/// <summary>NetBIOS datagrams (RFC 1002 section 4.4): browsing and mail slots of Windows networks.</summary>
internal sealed class NetBiosDgmIdentifier : Identifier
{
    private const int HeaderLength = 10;
    private const int EncodedLength = 32;

    /// <inheritdoc/>
    public override string App => "netbios-dgm";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0x10, 0x16), ByteSet.Range(0, 0x0F))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var type = reader.U8();
        reader.Skip(HeaderLength - 1);
        return reader.Short ? Claim.No : type switch
        {
            0x13 => said.WireLength == HeaderLength + 1 && said.Bytes.Length > HeaderLength && said.Bytes[HeaderLength] is >= 0x82 and <= 0x84 ? Claim.Yes(26, Role.Peer, "error") : Claim.No,
            > 0x13 => Name(ref reader) ? Claim.Yes(96, Role.Peer, "query for a name") : Claim.No,
            _ => Datagram(ref reader, said.WireLength),
        };
    }

    /// <summary>Length, offset, then the source's name, the destination's, and the data.</summary>
    private static Claim Datagram(ref ByteReader reader, int wireLength)
    {
        int length = reader.U16(), offset = reader.U16();
        if (reader.Short || offset + length > wireLength || length + HeaderLength + 4 > wireLength || !Name(ref reader))
            return Claim.No;
        return Name(ref reader) ? Claim.Yes(120, Role.Peer, "datagram") : Claim.Yes(80, Role.Peer, "datagram, cut");
    }

    /// <summary>A name of 32 letters from A to P, perhaps with a scope's labels behind it.</summary>
    private static bool Name(ref ByteReader reader)
    {
        if (reader.U8() != EncodedLength)
            return false;
        var name = reader.Take(EncodedLength);
        if (name.IsEmpty || name.ContainsAnyExceptInRange((byte)'A', (byte)'P'))
            return false;
        var scope = 0;
        for (var label = reader.U8(); label != 0 && label < 64 && scope < 16; label = reader.U8())
        {
            reader.Skip(label);
            scope++;
        }

        return !reader.Short;
    }
}
