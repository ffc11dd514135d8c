using System.Text;
using DetectionKit.Traffic.Packets;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Building;

/// <summary>A TCP connection that keeps its own sequence numbers.</summary>
internal sealed class Conversation(CaptureBuilder capture, string client = "10.0.0.1", int clientPort = 40000, string server = "192.0.2.1", int serverPort = 12345)
{
    /// <summary>The client's next sequence number.</summary>
    public uint ClientSequence { get; set; } = 1000;

    /// <summary>The server's next sequence number.</summary>
    public uint ServerSequence { get; set; } = 0xFFFFFF00;

    /// <summary>SYN, SYN-ACK, ACK.</summary>
    public Conversation Open() => FromClient(TcpFlags.Syn).FromServer(TcpFlags.Syn | TcpFlags.Ack).FromClient(TcpFlags.Ack);

    /// <summary>Both FINs and the last acknowledgement.</summary>
    public Conversation Close() => FromClient(TcpFlags.Fin | TcpFlags.Ack).FromServer(TcpFlags.Fin | TcpFlags.Ack).FromClient(TcpFlags.Ack);

    /// <summary>The client says text.</summary>
    public Conversation Says(string text) => FromClient(TcpFlags.Ack | TcpFlags.Psh, Encoding.Latin1.GetBytes(text));

    /// <summary>The server says text.</summary>
    public Conversation Answers(string text) => FromServer(TcpFlags.Ack | TcpFlags.Psh, Encoding.Latin1.GetBytes(text));

    /// <summary>A segment of the client.</summary>
    public Conversation FromClient(TcpFlags flags, byte[]? data = null)
    {
        capture.AddIp(Ip(client, server, 6, Tcp(clientPort, serverPort, ClientSequence, ServerSequence, flags, data)));
        ClientSequence = Next(ClientSequence, flags, data);
        return this;
    }

    /// <summary>A segment of the server.</summary>
    public Conversation FromServer(TcpFlags flags, byte[]? data = null)
    {
        capture.AddIp(Ip(server, client, 6, Tcp(serverPort, clientPort, ServerSequence, ClientSequence, flags, data)));
        ServerSequence = Next(ServerSequence, flags, data);
        return this;
    }

    private static uint Next(uint sequence, TcpFlags flags, byte[]? data) =>
        unchecked(sequence + (uint)(data?.Length ?? 0) + ((flags & (TcpFlags.Syn | TcpFlags.Fin)) != 0 ? 1u : 0));
}
