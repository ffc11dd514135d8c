using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.SunRpc;

/// <summary>Followers of ONC RPC.</summary>
internal sealed class SunRpcFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "sunrpc";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Announcements | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new SunRpcFollower();
}

/// <summary>Reads calls of the port mapper and their answers (RFC 1833): which port a program is at.</summary>
internal sealed class SunRpcFollower : Follower
{
    private const uint PortMapper = 100_000;
    private const uint LookUp = 3;
    private const int MostMessages = 256;
    private const int MostOpen = 16;
    private const int LongestWanted = 1024;
    private readonly Dictionary<uint, Question> _open = [];
    private int _messages;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var bytes = said.Bytes;
        if (++_messages > MostMessages)
            notes.Done();
        if (said.Carrier == Carrier.Udp)
        {
            Message(bytes, in said, notes);
            return bytes.Length;
        }

        var mark = new ByteReader(bytes);
        var length = mark.U32() & 0x7FFFFFFF;
        if (mark.Short)
            return 0;
        if (length <= LongestWanted)
        {
            var message = mark.Take((int)length);
            if (mark.Short)
                return 0;
            Message(message, in said, notes);
        }

        return 4 + (long)length;
    }

    private void Message(ReadOnlySpan<byte> message, in FollowedBytes said, FlowNotes notes)
    {
        var reader = new ByteReader(message);
        var id = reader.U32();
        if (reader.U32() == 0)
            Call(ref reader, id, notes);
        else if (_open.Remove(id, out var question))
            Reply(ref reader, question, in said, notes);
    }

    private void Call(ref ByteReader reader, uint id, FlowNotes notes)
    {
        reader.Skip(4);
        uint program = reader.U32(), version = reader.U32(), procedure = reader.U32();
        if (!reader.Short && _messages == 1)
            notes.Fact("rpc_program", Value.Of((long)program));
        SkipAuthentication(ref reader);
        SkipAuthentication(ref reader);
        var wanted = reader.U32();
        reader.Skip(4);
        var carrier = reader.U32();
        if (program != PortMapper || procedure != LookUp || reader.Short || _open.Count >= MostOpen)
            return;
        // Version 2 asks by protocol number; 3 and 4 name the network: "udp", "tcp6".
        var udp = version == 2 ? carrier == 17 : reader.Take((int)Math.Min(carrier, 8)).StartsWith("udp"u8);
        _open[id] = new(wanted, version, udp);
    }

    private static void Reply(ref ByteReader reader, Question question, in FollowedBytes said, FlowNotes notes)
    {
        reader.Skip(4);
        SkipAuthentication(ref reader);
        if (reader.U32() != 0)
            return;
        var answer = reader.U32();
        var port = question.Version == 2 ? answer : UniversalPort(reader.Take((int)Math.Min(answer, 64)));
        if (port is > 0 and < 65536)
            notes.Announce(said.Source, (int)port, question.Udp ? Carrier.Udp : Carrier.Tcp, question.Program == RpcMessage.Nfs ? "nfs" : "sunrpc", decides: false);
    }

    private static void SkipAuthentication(ref ByteReader reader)
    {
        reader.Skip(4);
        var length = reader.U32();
        reader.Skip(length > (uint)reader.Left ? -1 : (int)length);
    }

    /// <summary>The last two numbers of a universal address: <c>192.0.2.1.8.1</c> is port 2049.</summary>
    private static uint UniversalPort(ReadOnlySpan<byte> address)
    {
        var parts = Encoding.Latin1.GetString(address).Split('.');
        return parts.Length >= 2 && byte.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var high) && byte.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var low) ? (uint)(high << 8 | low) : 0;
    }

    private readonly record struct Question(uint Program, uint Version, bool Udp);
}
