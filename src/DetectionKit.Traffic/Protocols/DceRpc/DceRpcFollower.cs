using System.Buffers.Binary;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.DceRpc;

/// <summary>Followers of DCE/RPC.</summary>
internal sealed class DceRpcFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "dcerpc";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Announcements | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new DceRpcFollower();
}

/// <summary>Reads which interfaces are bound (C706 section 12.6.4.3), and the ports that the endpoint mapper's answers announce.</summary>
internal sealed class DceRpcFollower : Follower
{
    private const int HeaderLength = 16;
    private const int MostPackets = 256;
    private const int LongestWanted = 4096;
    private const byte Response = 2, Bind = 11, AlterContext = 14;

    private static readonly byte[] TcpFloor = [1, 0, 7, 2, 0];
    private static readonly byte[] IpFloor = [1, 0, 9, 4, 0];

    private bool _mapper;
    private int _packets;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var bytes = said.Bytes;
        if (said.Carrier == Carrier.Udp || ++_packets > MostPackets)
        {
            notes.Done();
            return bytes.Length;
        }

        if (bytes.Length < HeaderLength)
            return 0;
        var little = bytes[4] >> 4 == 1;
        int length = little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]);
        if (bytes[0] != 5 || length < HeaderLength)
        {
            notes.Done();
            return bytes.Length;
        }

        var wanted = Math.Min(length, LongestWanted);
        if (bytes.Length < wanted)
            return 0;
        if (bytes[2] is Bind or AlterContext && little)
            Contexts(new ByteReader(bytes[HeaderLength..wanted]), notes);
        else if (bytes[2] == Response && _mapper)
            Towers(bytes[HeaderLength..wanted], said.Source, notes);
        if (!_mapper && !notes.WantsFacts && bytes[2] is not (Bind or AlterContext))
            notes.Done();
        return length;
    }

    private void Contexts(ByteReader reader, FlowNotes notes)
    {
        reader.Skip(8);
        var count = reader.U8();
        reader.Skip(3);
        for (var context = 0; context < count && context < 32; context++)
        {
            reader.Skip(2);
            var syntaxes = reader.U8();
            reader.Skip(1);
            var identifier = reader.Take(16);
            reader.Skip(4 + (syntaxes * 20));
            if (reader.Short)
                return;
            var interfaceId = new Guid(identifier);
            _mapper |= interfaceId == DceRpcInterfaces.EndpointMapperId;
            if (notes.WantsFacts)
                notes.Fact("dcerpc_interface", Value.Of(DceRpcInterfaces.Name(interfaceId)));
        }
    }

    /// <summary>
    /// Looks for towers' floors of TCP and IP (C706 appendix I, L): 01 00 07 02 00 port 01 00 09 04 00 address. Their place is told by pointers and
    /// padding before them; the twelve fixed bytes tell it as well.
    /// </summary>
    private static void Towers(ReadOnlySpan<byte> stub, IpAddress speaker, FlowNotes notes)
    {
        while (stub.IndexOf(TcpFloor) is >= 0 and var at && stub.Length >= at + 16)
        {
            var floor = stub[at..];
            stub = stub[(at + 5)..];
            if (!floor[7..].StartsWith(IpFloor))
                continue;
            var port = floor[5] << 8 | floor[6];
            notes.Announce(IpAddress.FromV4(floor.Slice(12, 4)), port, Carrier.Tcp, "dcerpc", decides: false);
            notes.Announce(speaker, port, Carrier.Tcp, "dcerpc", decides: false);
        }
    }
}
