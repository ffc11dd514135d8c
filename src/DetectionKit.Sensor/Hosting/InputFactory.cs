using System.Collections.Immutable;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Evidence;
using DetectionKit.Sensor.Inputs;
using DetectionKit.Sensor.Inputs.Following;
using DetectionKit.Sensor.Observing;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture.Live;

namespace DetectionKit.Sensor.Hosting;

/// <summary>Opens inputs as they are configured. An interface that cannot be opened is a <see cref="LiveCaptureException"/>.</summary>
internal sealed class InputFactory(SensorConfiguration configuration, LiveRun run, SensorLog log)
{
    private readonly TrafficOptions _options = TrafficOptions.Default with
    {
        MaxFlows = configuration.MaxFlows,
        ActiveTimeout = (int)configuration.ActiveTimeout.TotalSeconds,
        ProtocolFacts = true,
        Evidence = true,
    };

    private readonly List<PacketMemory> _memories = [];

    /// <summary>What is remembered of packets; nothing where no evidence is asked for.</summary>
    public IReadOnlyList<PacketMemory> Memories => _memories;

    public ImmutableArray<ISensorInput> Open() =>
        [.. configuration.Inputs.SelectMany((input, number) => Open(input, number))];

    private IEnumerable<ISensorInput> Open(InputConfiguration input, int number)
    {
        if (input.Capture is { } capture)
            return [new CaptureInput(capture, run, _options, Memory())];
        if (input.Follow is { } follow)
            return [new FollowInput(follow, input.SourceType, run, log)];
        var group = (ushort)((Environment.ProcessId + number) & 0xFFFF);
        return Enumerable.Range(0, input.Threads).Select(_ => new RingInput(Ring(input, group), input.Interface!, run, _options, Memory()));
    }

    private static PacketRing Ring(InputConfiguration input, ushort group) => new(input.Interface!, new RingOptions
    {
        RingBytes = input.RingMegabytes << 20,
        SnapLength = input.SnapLength,
        Promiscuous = input.Promiscuous,
        FanoutGroup = input.Threads > 1 ? group : null,
    });

    private PacketMemory? Memory()
    {
        if (configuration.Evidence is not { } evidence)
            return null;
        var memory = new PacketMemory(evidence.MemoryMegabytes << 20);
        _memories.Add(memory);
        return memory;
    }
}
