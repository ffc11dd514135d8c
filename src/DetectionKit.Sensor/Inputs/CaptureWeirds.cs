using DetectionKit.Engine.Live;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Events;

namespace DetectionKit.Sensor.Inputs;

/// <summary>What was odd about an input and belongs to no flow.</summary>
internal static class CaptureWeirds
{
    public static void Give(TrafficCounters counters, string name, LiveInput input)
    {
        if (!input.Interest.WantsRaw(SourceTypes.Weird))
            return;
        input.Flow = null;
        foreach (var weird in counters.Weirds)
            input.OnRaw(WeirdEvents.OfCapture(name, weird));
    }
}
