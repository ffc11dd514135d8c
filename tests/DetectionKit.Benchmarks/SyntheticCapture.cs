using System.Buffers.Binary;
using System.Text;

namespace DetectionKit.Benchmarks;

/// <summary>A capture of TCP conversations over Ethernet and IPv4, made from a seed: handshake, a request, an answer in many segments, the end.</summary>
internal sealed class SyntheticCapture
{
    private readonly MemoryStream _file = new();
    private long _time = 1_700_000_000_000_000;

    private SyntheticCapture()
    {
        Span<byte> header = stackalloc byte[24];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0xA1B2C3D4);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 262144);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], 1);
        _file.Write(header);
    }

    /// <summary>How many packets it has.</summary>
    public int Packets { get; private set; }

    /// <summary>Makes a capture.</summary>
    /// <param name="flows">How many conversations, of which 64 are open at a time.</param>
    /// <param name="segments">How many segments of data each answer has.</param>
    /// <param name="bytes">The capture as pcap.</param>
    /// <returns>How many packets it has.</returns>
    public static int Make(int flows, int segments, out byte[] bytes)
    {
        const int together = 64;
        const byte syn = 2, ack = 16, push = 24, fin = 17;
        var capture = new SyntheticCapture();
        var request = Encoding.ASCII.GetBytes("GET /index.html HTTP/1.1\r\nHost: example.org\r\nUser-Agent: bench\r\n\r\n");
        var head = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n");
        var body = new byte[1200];
        for (var group = 0; group < flows; group += together)
        {
            ForEach(flow => capture.Tcp(flow, true, 999, syn, []));
            ForEach(flow => capture.Tcp(flow, false, 4999, syn | ack, []));
            ForEach(flow => capture.Tcp(flow, true, 1000, ack, []));
            ForEach(flow => capture.Tcp(flow, true, 1000, push, request));
            ForEach(flow => capture.Tcp(flow, false, 5000, push, head));
            for (var segment = 0; segment < segments; segment++)
            {
                var at = (uint)(5000 + head.Length + (segment * body.Length));
                ForEach(flow => capture.Tcp(flow, false, at, ack, body));
                ForEach(flow => capture.Tcp(flow, true, (uint)(1000 + request.Length), ack, []));
            }

            ForEach(flow => capture.Tcp(flow, true, (uint)(1000 + request.Length), fin, []));
            ForEach(flow => capture.Tcp(flow, false, (uint)(5000 + head.Length + (segments * body.Length)), fin, []));

            void ForEach(Action<int> act)
            {
                for (var flow = group; flow < Math.Min(flows, group + together); flow++)
                    act(flow);
            }
        }

        bytes = capture._file.ToArray();
        return capture.Packets;
    }

    private void Tcp(int flow, bool fromClient, uint sequence, byte flags, byte[] payload)
    {
        var frame = new byte[16 + 54 + payload.Length];
        var record = frame.AsSpan(0, 16);
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)(_time / 1_000_000));
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)(_time % 1_000_000));
        BinaryPrimitives.WriteInt32LittleEndian(record[8..], frame.Length - 16);
        BinaryPrimitives.WriteInt32LittleEndian(record[12..], frame.Length - 16);
        var ethernet = frame.AsSpan(16);
        ethernet[12] = 8;
        var ip = ethernet[14..];
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(40 + payload.Length));
        (ip[8], ip[9]) = (64, 6);
        uint client = 0x0A000000u + (uint)(flow >> 14), server = 0xC0A80001;
        var clientPort = (ushort)(40_000 + (flow & 0x3FFF));
        BinaryPrimitives.WriteUInt32BigEndian(ip[12..], fromClient ? client : server);
        BinaryPrimitives.WriteUInt32BigEndian(ip[16..], fromClient ? server : client);
        var tcp = ip[20..];
        BinaryPrimitives.WriteUInt16BigEndian(tcp, fromClient ? clientPort : (ushort)8000);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[2..], fromClient ? (ushort)8000 : clientPort);
        BinaryPrimitives.WriteUInt32BigEndian(tcp[4..], sequence);
        (tcp[12], tcp[13], tcp[14]) = (0x50, flags, 0x20);
        payload.CopyTo(tcp[20..]);
        _file.Write(frame);
        _time += 5;
        Packets++;
    }
}
