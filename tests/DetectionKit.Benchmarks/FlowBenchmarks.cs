using BenchmarkDotNet.Attributes;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Benchmarks;

/// <summary>A capture in memory through the traffic engine: the time of one run, with few identifiers and with all.</summary>
[MemoryDiagnoser]
public class FlowBenchmarks
{
    private byte[] _capture = [];
    private TrafficOptions _options = TrafficOptions.Default;

    /// <summary>How many identifiers flows are held against; 0: all.</summary>
    [Params(20, 0)]
    public int Identifiers { get; set; }

    /// <summary>Makes the capture; says how many packets it has.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var packets = SyntheticCapture.Make(4096, 24, out _capture);
        Console.WriteLine($"// {packets} packets, {_capture.Length} bytes");
        // Those whose names come last, and the one that the capture speaks.
        var all = IdentifierCatalogue.All.Identifiers;
        var few = all.Where(identifier => identifier.App is "http").Concat(all.Where(identifier => identifier.App is not "http").TakeLast(19));
        _options = Identifiers == 0 ? TrafficOptions.Default : TrafficOptions.Default with { Identifiers = new IdentifierCatalogue(few) };
    }

    /// <summary>One run over the whole capture.</summary>
    [Benchmark]
    public long Flows()
    {
        using var reader = CaptureReader.Open(new MemoryStream(_capture, writable: false));
        return new TrafficEngine("bench", _options).Run(reader).Counters.Flows;
    }

    /// <summary>Reads the records and does nothing with them: what of the run is reading.</summary>
    [Benchmark]
    public long Reading()
    {
        using var reader = CaptureReader.Open(new MemoryStream(_capture, writable: false));
        var packet = default(CapturedPacket);
        var count = 0L;
        while (reader.Read(ref packet))
            count++;
        return count;
    }
}
