using System.Diagnostics;
using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Sensor.Rules;

/// <summary>Counts what a detector does. Of its calls one in 64 is timed; the sum stands for all.</summary>
/// <param name="info">The detection.</param>
internal sealed class DetectorMeter(DetectorInfo info)
{
    private const int Stride = 64;
    private long _calls;
    private long _ticks;

    public DetectorInfo Info { get; } = info;

    /// <summary>Events that it looked at.</summary>
    public long Calls => Volatile.Read(ref _calls);

    /// <summary>Seconds that its condition took.</summary>
    public double Seconds => (double)Volatile.Read(ref _ticks) * Stride / Stopwatch.Frequency;

    /// <summary>Whether the next call is timed. Called with the run's lock held.</summary>
    public bool Next() => _calls++ % Stride == 0;

    public void Add(long ticks) => _ticks += ticks;
}
