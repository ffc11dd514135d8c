using DetectionKit.Traffic;

namespace DetectionKit.Sensor.Inputs;

/// <summary>Something that gives events on a thread of its own.</summary>
internal interface ISensorInput : IDisposable
{
    /// <summary>Its name, for events and metrics.</summary>
    string Name { get; }

    /// <summary>What its traffic engine saw; null: it has none.</summary>
    TrafficCounters? Counters { get; }

    /// <summary>Packets that the system dropped before they came here, or records that could not be read.</summary>
    long Drops { get; }

    /// <summary>Counts up as long as the thread is alive and not stuck.</summary>
    long Beats { get; }

    /// <summary>What is wrong; null: nothing.</summary>
    string? Problem { get; }

    /// <summary>Reads until told to end, or to the input's own end; then ends all flows.</summary>
    void Run(CancellationToken ending);
}
