using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DetectionKit.Logs.Tests.Mutation;

/// <summary>Damaged logs of every text source: no exception, no endless loop, and every record counted. Seeded: a failure names its seed.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Damage needs no secrecy.")]
public sealed class MutatedLogTests
{
    private const int Few = 400;
    private const int Many = 10_000;

    private static IEnumerable<string> Names => SampleLogs.All.Keys;

    [TestCaseSource(nameof(Names))]
    [CancelAfter(60_000)]
    public void Damage_is_counted(string name) => Run(name, Few);

    [TestCaseSource(nameof(Names))]
    [Explicit("ten thousand of each")]
    public void Much_damage_is_counted(string name) => Run(name, Many);

    [Test]
    public void Samples_are_read_whole([ValueSource(nameof(Names))] string name)
    {
        var counts = ReadEvents.Of(SampleLogs.All[name]).Outcome!.Counts;
        Assert.That((counts.Good, counts.Bad), Is.EqualTo((SampleLogs.Records(name), 0L)), counts.FirstBad);
    }

    private static void Run(string name, int times)
    {
        var sample = Encoding.UTF8.GetBytes(SampleLogs.All[name]);
        for (var seed = 0; seed < times; seed++)
        {
            var damaged = Damage(sample, new Random(seed));
            try
            {
                var events = ReadEvents.Of(damaged);
                Assert.That(events.Raw, Has.Count.EqualTo(events.Outcome!.Counts.Good), $"seed {seed}");
                foreach (var found in events.Raw)
                    _ = found.Text;
            }
            catch (Exception e) when (e is not ResultStateException)
            {
                Assert.Fail($"seed {seed}: {e}");
            }
        }
    }

    private static byte[] Damage(byte[] sample, Random random)
    {
        var bytes = new List<byte>(sample);
        for (var i = random.Next(1, 12); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 6:
                    bytes.InsertRange(at, Enumerable.Repeat(bytes[at], random.Next(1, 5000)));
                    break;
                default:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
            }
        }

        return [.. bytes];
    }

    private static readonly byte[][] Pieces =
    [
        [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], [.. "\n"u8], [.. "\r\n\r\n"u8], [.. "\""u8], [.. "\\"u8], [.. "\\ud800"u8], [.. "{"u8], [.. "}"u8], [.. "[[[["u8], [.. ",,,,"u8], [.. "\t"u8],
        [.. "#fields\t"u8], [.. "#separator \\x"u8], [.. "1e999"u8], [.. "-99999999999999999999"u8], [.. "9999-99-99T99:99:99Z"u8], [.. "="u8], [.. "=\""u8], [.. "null"u8], [.. "\"ts\":"u8],
        [.. "\"_time\":[1],"u8], [.. "\"sourcetype\":\"pan:traffic\","u8], [.. ",TRAFFIC,"u8], [.. "{\"Records\":["u8], [.. "\"event\":{},"u8],
    ];
}
