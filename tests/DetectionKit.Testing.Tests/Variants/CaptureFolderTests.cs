using System.Globalization;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Testing.Variants;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Testing.Tests.Variants;

/// <summary>What holds for captures of one's own: <c>DK_CAPTURES</c> names their folder.</summary>
[Explicit("Minutes, on the captures below the folder that DK_CAPTURES names: dotnet test --filter Name~captures_of_a_folder")]
internal sealed class CaptureFolderTests
{
    private const int Largest = 4 << 20;
    private const int LargestMutated = 64 << 10;

    private static string[] Captures()
    {
        if (Environment.GetEnvironmentVariable("DK_CAPTURES") is not { Length: > 0 } folder)
            Assert.Ignore("DK_CAPTURES names no folder");
        return
        [
            .. Directory.EnumerateFiles(Environment.GetEnvironmentVariable("DK_CAPTURES")!, "*", SearchOption.AllDirectories)
                .Where(path => Path.GetExtension(path) is ".pcap" or ".pcapng" or ".cap" or ".trace").Order(StringComparer.Ordinal),
        ];
    }

    [Test]
    public void Verdicts_on_the_captures_of_a_folder_hold_in_every_variant()
    {
        var all = CaptureVariant.All;
        var (held, changed, named) = (new int[all.Length], new int[all.Length], 0);
        foreach (var path in Captures().Where(path => new FileInfo(path).Length <= Largest))
        {
            var capture = File.ReadAllBytes(path);
            var before = VariantVerdicts.Of(capture).Where(entry => entry.Value.Length > 0).ToDictionary(entry => entry.Key, entry => entry.Value);
            named += before.Count;
            for (var index = 0; index < all.Length; index++)
            {
                var now = VariantVerdicts.Changed(all[index], capture, before).Where(change => !IsAnnouncedElsewhere(all[index], change)).ToArray();
                changed[index] += now.Length;
                held[index] += before.Count - now.Length;
                foreach (var change in now.Take(3))
                    TestContext.Out.WriteLine($"{all[index].Name}\t{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}\t{change}");
            }
        }

        for (var index = 0; index < all.Length; index++)
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all[index].Name}: {100.0 * held[index] / Math.Max(1, named):F2} % of {named} verdicts hold"));
        Assert.That(Enumerable.Range(0, all.Length).Where(index => held[index] < 0.99 * named).Select(index => all[index].Name), Is.Empty);
    }

    /// <summary>Where every port is moved, a control channel still tells the old one.</summary>
    private static bool IsAnnouncedElsewhere(CaptureVariant variant, ChangedVerdict change) => variant.Name is "moved-ports" && change.Before is "ftp-data";

    [Test]
    public void Two_hundred_thousand_mutations_of_the_captures_of_a_folder_throw_nothing()
    {
        const int mutations = 200_000;
        var captures = Captures().Where(path => new FileInfo(path).Length is > 100 and <= LargestMutated).Select(File.ReadAllBytes).ToArray();
        var random = new Random(20_260_301);
        for (var round = 0; round < mutations; round++)
        {
            var bytes = captures[round % captures.Length].ToArray();
            for (var change = random.Next(1, 24); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (round % 5 == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            Assert.That(() => Run(bytes), Throws.Nothing, $"mutation {round}");
        }

        TestContext.Out.WriteLine($"{mutations} mutations of {captures.Length} captures");
    }

    /// <summary>With everything that can be asked for: facts, evidence, events of every model.</summary>
    private static void Run(byte[] capture)
    {
        try
        {
            using var reader = CaptureReader.Open(new MemoryStream(capture));
            var summary = new TrafficEngine("mutation", Options, new TrafficEvents(new Sink())).Run(reader);
            Assert.That(summary.Counters.WeirdTotals(), Does.Not.ContainKey(WeirdNames.Name(Weird.ParserFailure)));
        }
        catch (InvalidDataException)
        {
            // No capture any more, and told so.
        }
    }

    private sealed class Sink : IEventSink
    {
        public EventInterest Interest => EventInterest.All;

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : ModelEvent
        {
        }

        public void OnRaw(RawEvent rawEvent)
        {
        }
    }

    private static TrafficOptions Options { get; } = TrafficOptions.Default with { Evidence = true, ProtocolFacts = true };
}
