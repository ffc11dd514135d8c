using System.Runtime.CompilerServices;
using System.Text;
using DetectionKit.Abstractions.Models;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Events;

/// <summary>
/// Every field of every model's events that is not the model's default, for one small capture of each kind (<c>Goldens/*.verified.txt</c>; written anew by
/// <c>DK_ACCEPT=1 dotnet test</c>).
/// </summary>
internal sealed class EventGoldenTests
{
    private static IEnumerable<TestCaseData> Captures()
    {
        yield return new("dns", Dns());
        yield return new("http", Http());
        yield return new("http2", Http2());
        yield return new("tls", Tls());
        yield return new("dhcp", Dhcp());
        yield return new("dhcpv6", DhcpV6());
        yield return new("conflict", Conflict());
        yield return new("fragments", Fragments());
    }

    [TestCaseSource(nameof(Captures))]
    public void A_capture_gives_these_events(string name, CaptureBuilder capture)
    {
        var golden = Path.Combine(Folder(), name + ".verified.txt");
        var text = Render(ModelEvents.Run(capture));
        if (Environment.GetEnvironmentVariable("DK_ACCEPT") is "1")
            File.WriteAllText(golden, text);
        Assert.That(text, Is.EqualTo(File.ReadAllText(golden)));
    }

    private static string Render(ModelEvents events)
    {
        var text = new StringBuilder();
        foreach (var e in events.Models)
        {
            var model = ModelCatalogue.Of(e);
            text.Append(model.Name).Append('\n');
            foreach (var field in model.AllFields.Where(field => field.Name is not "flow_id"))
            {
                var value = model.Read(e, field.Name);
                if (!value.IsNull && !string.Equals(value.ToText(), field.Default ?? "", StringComparison.Ordinal))
                    text.Append("  ").Append(field.Name).Append(": ").Append(string.Join(" | ", value.Items.Select(item => item.ToText()))).Append('\n');
            }
        }

        foreach (var raw in events.Raw.Where(raw => raw.SourceType.EndsWith(":weird", StringComparison.Ordinal)))
        {
            text.Append(raw.SourceType).Append('\n');
            foreach (var (field, value) in raw.Fields.Where(field => field.Key is not "uid"))
                text.Append("  ").Append(field).Append(": ").Append(value.ToText()).Append('\n');
        }

        return text.ToString();
    }

    private static CaptureBuilder Dns()
    {
        const string question = "0377777703666F6F076578616D706C650000010001";
        var query = Convert.FromHexString("1A2B01000001000000000000" + question);
        var answer = Convert.FromHexString("1A2B81800001000200000000" + question + "C00C0005000100000E1000050261 61C010".Replace(" ", "", StringComparison.Ordinal) + "C02D000100010000003C0004C0000263");
        return new CaptureBuilder().AddIp(Ip("10.0.0.1", "192.0.2.53", 17, Udp(5000, 53, query))).AddIp(Ip("192.0.2.53", "10.0.0.1", 17, Udp(53, 5000, answer)));
    }

    private static CaptureBuilder Http()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture, serverPort: 8080).Open()
            .Says("POST http://www.example.com/form?id=1 HTTP/1.1\r\nHost: www.example.com\r\nUser-Agent: agent/1\r\nReferer: http://www.example.com/\r\nCookie: a=b\r\nContent-Length: 2\r\n\r\nok")
            .Answers("HTTP/1.1 302 Found\r\nLocation: /there\r\nServer: nginx/1.22\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n").Close();
        return capture;
    }

    private static CaptureBuilder Http2()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open()
            .FromClient(TcpFlags.Ack, [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Convert.FromHexString("000000040000000000" + "000011010500000001828684418CF1E3C2E5F23A6BA0AB90F4FF")])
            .FromServer(TcpFlags.Ack, Convert.FromHexString("000000040000000000" + "0000010104000000018D" + "000003000100000001414243")).Close();
        return capture;
    }

    private static CaptureBuilder Tls()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open()
            .FromClient(TcpFlags.Ack, TlsBuilder.Record(TlsBuilder.ClientHello(0x0303, [0xC02F], TlsBuilder.ServerName("a.example"))))
            .FromServer(TcpFlags.Ack, TlsBuilder.Record(TlsBuilder.ServerHello(0x0303, 0xC02F))).Close();
        return capture;
    }

    private static CaptureBuilder Dhcp()
    {
        var message = new byte[240 + 40];
        (message[0], message[1], message[2]) = (2, 1, 6);
        new byte[] { 10, 0, 0, 77 }.CopyTo(message, 16);
        new byte[] { 2, 0, 0, 0, 0, 9 }.CopyTo(message, 28);
        Convert.FromHexString("63825363" + "350105" + "36040A000001" + "330400000E10" + "0104FFFFFF00" + "0C04686F7374" + "FF").CopyTo(message, 236);
        return new CaptureBuilder().AddIp(Ip("10.0.0.1", "10.0.0.77", 17, Udp(67, 68, message)));
    }

    private static CaptureBuilder DhcpV6() => new CaptureBuilder().AddIp(Ip("fe80::1", "fe80::2", 17, Udp(547, 546, Convert.FromHexString(
        "07ABCDEF" + "0001000E000100012A2B2C2D020000000009" + "0002000A00030001020000000001" + "00030028000000010000070800000B400005001820010DB800000000000000000000007700000E1000001C20"))));

    private static CaptureBuilder Conflict()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n").Answers("SSH-2.0-OpenSSH_9.6\r\n").Close();
        return capture;
    }

    private static CaptureBuilder Fragments()
    {
        var datagram = Udp(6000, 7000, new byte[100]);
        var capture = new CaptureBuilder();
        for (var at = 0; at < datagram.Length; at += 8)
            capture.AddIp(Ip4("10.0.0.1", "192.0.2.9", 17, datagram[at..Math.Min(datagram.Length, at + 8)], id: 7, offset: at, more: at + 8 < datagram.Length));
        return capture.AddIp(Ip4("10.0.0.1", "192.0.2.9", 17, datagram[..56], id: 8, more: true)).AddIp(Ip4("10.0.0.1", "192.0.2.9", 17, datagram[48..], id: 8, offset: 48));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Goldens");
}
