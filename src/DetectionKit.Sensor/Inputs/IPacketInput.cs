using DetectionKit.Traffic;

namespace DetectionKit.Sensor.Inputs;

/// <summary>Something that gives packets to a traffic engine on a thread of its own.</summary>
internal interface IPacketInput : IDisposable
{
    /// <summary>Its name, for events and metrics.</summary>
    string Name { get; }

    /// <summary>What its engine saw.</summary>
    TrafficCounters Counters { get; }

    /// <summary>Packets that the system dropped before they came here.</summary>
    long Drops { get; }

    /// <summary>Why it ended early; null: it did not.</summary>
    string? Problem { get; }

    /// <summary>Reads until told to end, or to the input's own end; then ends all flows.</summary>
    void Run(CancellationToken ending);
}
