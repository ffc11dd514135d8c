namespace DetectionKit.Testing.Synthesis.Frames;

/// <summary>A foreign flow's frames: handshake where it has one, then its messages, acknowledged.</summary>
internal static class FlowFrames
{
    private const uint FirstClient = 0x0A000000;
    private const uint FirstServer = 0xAC100000;
    private const byte Syn = 2;
    private const byte Ack = 16;
    private const byte PushAck = 24;

    /// <summary>The address of a flow's first speaker: each number has its own.</summary>
    public static uint ClientOf(int number) => FirstClient + (uint)number;

    /// <summary>The flow's Ethernet frames in order.</summary>
    public static IEnumerable<byte[]> Of(ForeignFlow flow)
    {
        var random = new Random(flow.Number);
        var client = new Endpoint(ClientOf(flow.Number), (ushort)random.Next(1024, 65536));
        var server = new Endpoint(FirstServer + (uint)random.Next(1 << 16), (ushort)random.Next(1, 65536));
        return flow.Udp ? Datagrams(flow, client, server) : Segments(flow, client, server, (uint)random.Next(), (uint)random.Next());
    }

    private static IEnumerable<byte[]> Datagrams(ForeignFlow flow, Endpoint client, Endpoint server)
    {
        foreach (var message in flow.Messages)
            yield return message.FromFirst ? FrameWriter.Udp(client, server, message.Bytes) : FrameWriter.Udp(server, client, message.Bytes);
    }

    private static IEnumerable<byte[]> Segments(ForeignFlow flow, Endpoint client, Endpoint server, uint mine, uint theirs)
    {
        if (flow.Handshake)
        {
            yield return FrameWriter.Tcp(client, server, mine++, 0, Syn, []);
            yield return FrameWriter.Tcp(server, client, theirs++, mine, Syn | Ack, []);
            yield return FrameWriter.Tcp(client, server, mine, theirs, Ack, []);
        }

        foreach (var message in flow.Messages)
        {
            if (message.FromFirst)
            {
                yield return FrameWriter.Tcp(client, server, mine, theirs, PushAck, message.Bytes);
                mine = unchecked(mine + (uint)message.Bytes.Length);
                yield return FrameWriter.Tcp(server, client, theirs, mine, Ack, []);
            }
            else
            {
                yield return FrameWriter.Tcp(server, client, theirs, mine, PushAck, message.Bytes);
                theirs = unchecked(theirs + (uint)message.Bytes.Length);
                yield return FrameWriter.Tcp(client, server, mine, theirs, Ack, []);
            }
        }
    }
}
