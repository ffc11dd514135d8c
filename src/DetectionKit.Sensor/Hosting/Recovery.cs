using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Delivery;
using DetectionKit.Sensor.Delivery.Journal;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Hosting;

/// <summary>Takes up what an earlier process left, before the first event comes.</summary>
internal static class Recovery
{
    /// <summary>Sinks get what they were about to accept when that process ended. Before the queue is started.</summary>
    public static void Settle(AlertJournal journal, ImmutableArray<SinkLane> lanes, AlertMaker alerts)
    {
        ImmutableArray<Alert> unsettled = [.. journal.Unsettled.Select(alerts.Complete)];
        foreach (var lane in lanes)
        {
            journal.NumberFrom(lane.Spool.LastSequence);
            lane.Accept([.. unsettled.Where(alert => alert.Sequence > lane.Spool.LastSequence)]);
        }
    }

    /// <summary>Alerts that were open get a final revision, with the row that was given last. Where this process gives them again, revisions go on.</summary>
    public static void End(AlertJournal journal, LiveRun run, Timestamp now, AlertMaker alerts, AlertQueue queue, SensorLog log)
    {
        var revisions = journal.Revisions.ToDictionary(StringComparer.Ordinal);
        var ends = journal.Open.Select(alerts.Interrupted).ToList();
        foreach (var end in ends)
            revisions[end.Id] = end.Live.Revision;
        run.Resume(revisions, now);
        ends.ForEach(queue.Add);
        if (ends.Count == 0)
            return;
        var unknown = ends.Count(end => end.Detection is null);
        log.Say(string.Create(CultureInfo.InvariantCulture, $"state: {ends.Count} alerts were open when the sensor ended: they end as they were given last{(unknown > 0 ? $"; {unknown} are of detections that this bundle does not have" : "")}"));
    }
}
