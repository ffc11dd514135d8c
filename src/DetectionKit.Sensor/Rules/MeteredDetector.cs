using System.Collections.Immutable;
using System.Diagnostics;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Sensor.Rules;

/// <summary>Makes detectors that are measured.</summary>
internal static class MeteredDetector
{
    /// <summary>The same detector, with a meter; one that reads no events stays as it is.</summary>
    public static IDetector Of(IDetector detector, DetectorMeter meter)
    {
        var reads = Array.Find(detector.GetType().GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDetector<>));
        return reads is null
            ? detector
            : (IDetector)Activator.CreateInstance(typeof(MeteredDetector<>).MakeGenericType(reads.GetGenericArguments()), detector, meter)!;
    }
}

/// <summary>A detector with a meter before its condition.</summary>
/// <typeparam name="TEvent">The event that it reads.</typeparam>
internal sealed class MeteredDetector<TEvent>(IDetector<TEvent> detector, DetectorMeter meter) : IDetector<TEvent>
{
    public DetectorInfo Info { get; } = detector.Info;

    public SourceSpec Source { get; } = detector.Source;

    public ImmutableArray<StageSpec> Stages { get; } = detector.Stages;

    public bool Match(in TEvent e)
    {
        if (!meter.Next())
            return detector.Match(in e);
        var begin = Stopwatch.GetTimestamp();
        try
        {
            return detector.Match(in e);
        }
        finally
        {
            meter.Add(Stopwatch.GetTimestamp() - begin);
        }
    }
}
