using System.ComponentModel;
using System.Diagnostics;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Flows;

/// <summary>Another implementation counts the same packets and bytes.</summary>
internal sealed class TsharkTests
{
    [Test]
    public void Tshark_counts_the_same_conversations()
    {
        var capture = new CaptureBuilder();
        for (var i = 0; i < 20; i++)
            new Conversation(capture, clientPort: 40000 + i).Open().Says(new string('x', i * 7)).Answers("y").Close();
        for (var i = 0; i < 9; i++)
            capture.AddIp(Ip("10.0.0.1", "192.0.2.9", 6, Tcp(1000 + i, 443, 1, 0, TcpFlags.Syn)));
        var bytes = capture.Pcap();
        var ours = FlowRow.Run(bytes).Select(f => $"{f.Source}:{f.SourcePort} {f.PacketsOut + f.PacketsIn} {f.BytesOut + f.BytesIn}").Order(StringComparer.Ordinal);
        Assert.That(ours, Is.EqualTo(Theirs(bytes)));
    }

    private static string[] Theirs(byte[] capture)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, capture);
            var start = new ProcessStartInfo("tshark") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var argument in new[] { "-nr", file, "-T", "fields", "-e", "ip.src", "-e", "tcp.srcport", "-e", "tcp.dstport", "-e", "ip.dst", "-e", "ip.len" })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'));
            process.WaitForExit();
            return
            [
                .. lines.GroupBy(l => l[0].StartsWith("10.", StringComparison.Ordinal) ? $"{l[0]}:{l[1]}" : $"{l[3]}:{l[2]}", StringComparer.Ordinal)
                    .Select(g => FormattableString.Invariant($"{g.Key} {g.Count()} {g.Sum(l => int.Parse(l[4], System.Globalization.CultureInfo.InvariantCulture))}"))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Win32Exception)
        {
            Assert.Ignore("skipped: tshark is not installed");
            return [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
