using System.Collections.Immutable;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Delivery;
using DetectionKit.Sensor.Delivery.Journal;
using DetectionKit.Sensor.Evidence;
using DetectionKit.Sensor.Inputs;
using DetectionKit.Sensor.Inputs.Following;
using DetectionKit.Sensor.Rules;

namespace DetectionKit.Sensor.Observing;

/// <summary>Everything that the sensor counts, as metrics. Read from other threads than those that count: a value may be a moment old.</summary>
internal sealed class SensorMetrics(ImmutableArray<ISensorInput> inputs, LiveRun run, BundleKeeper bundle, AlertMaker alerts, Suppressor suppressor, AlertJournal journal, AlertQueue queue, ImmutableArray<SinkLane> lanes, EvidenceFolder? evidence, SensorLog log)
{
    private readonly DateTime _begin = DateTime.UtcNow;

    public IEnumerable<Metric> All()
    {
        yield return ByInput("dk_packets_total", "Packets read.", input => input.Counters?.Packets);
        yield return ByInput("dk_bytes_total", "Their bytes on the wire.", input => input.Counters?.Bytes);
        yield return ByInput("dk_dropped_total", "Packets that the kernel dropped, or log records that could not be read.", input => input.Drops);
        yield return ByInput("dk_flows_ended_total", "Flows that ended.", input => input.Counters?.Flows);
        yield return ByInput("dk_flow_evictions_total", "Flows ended early because the limit was reached.", input => input.Counters?.FlowEvictions);
        yield return ByInput("dk_fragments_total", "Fragments.", input => input.Counters?.Fragments);
        yield return ByInput("dk_malformed_total", "Frames whose headers are cut or impossible.", input => input.Counters?.Malformed);
        yield return Weirds();
        var names = bundle.Meters.ToDictionary(meter => meter.Info.Id, meter => meter.Info.Name, StringComparer.Ordinal);
        yield return new("dk_detector_events_total", IsCounter: true, "Events that a detector looked at, since its bundle was loaded.",
            [.. bundle.Meters.Select(meter => new MetricSample(meter.Calls, ("detection", meter.Info.Name)))]);
        yield return new("dk_detector_seconds_total", IsCounter: true, "Time of a detector's condition (one call in 64 is timed), since its bundle was loaded.",
            [.. bundle.Meters.Select(meter => new MetricSample(meter.Seconds, ("detection", meter.Info.Name)))]);
        yield return new("dk_alerts_total", IsCounter: true, "Alerts, each revision counted.",
            [.. alerts.Given.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new MetricSample(pair.Value, ("detection", names.GetValueOrDefault(pair.Key, pair.Key))))]);
        yield return One("dk_alerts_suppressed_total", isCounter: true, "Alerts held back by their rule's throttling.", suppressor.Suppressed);
        yield return One("dk_detectors_set_aside_total", isCounter: true, "Detectors that threw an exception.", alerts.SetAside);
        yield return One("dk_limits_reached_total", isCounter: true, "Detectors that reached a limit in a window.", alerts.LimitsReached);
        yield return One("dk_windows_closing", isCounter: false, "Windows that are over and not closed yet.", run.WindowsClosing);
        yield return One("dk_windows_shed_total", isCounter: true, "Windows that were over while too many others waited to be closed: alerts that they had given ended as they were, others are lost.", run.WindowsShed);
        yield return One("dk_window_ends_lost_total", isCounter: true, "Alerts of such windows that did not get an end either.", run.EndsLost);
        yield return ByInput("dk_log_gaps_total", "Parts of a followed log that were gone, or compressed, before they were read.", input => (input as FollowInput)?.Gaps);
        yield return One("dk_state_failures_total", isCounter: true, "Alerts that could not be written to the state folder's journal: a crash may have them given twice.", journal.Failures);
        yield return One("dk_state_forgotten_total", isCounter: true, "Alerts beyond what the journal keeps: a crash may have them given twice, or without an end.", journal.Forgotten);
        yield return One("dk_evidence_failures_total", isCounter: true, "Captures of alerts' flows that could not be written.", evidence?.Failures ?? 0);
        yield return One("dk_log_lines_lost_total", isCounter: true, "Lines of the sensor's own log that standard error did not take.", log.Lost);
        yield return One("dk_alert_queue", isCounter: false, "Alerts that wait to be written to spools.", queue.Waiting);
        yield return BySink("dk_spool_depth", isCounter: false, "Alerts on disk that wait for the sink.", lane => lane.Spool.Depth);
        yield return BySink("dk_spool_bytes", isCounter: false, "Bytes of the spool.", lane => lane.Spool.Bytes);
        yield return BySink("dk_spool_skipped_bytes_total", isCounter: true, "Bytes of the spool that were damaged, or cut off by a crash.", lane => lane.Spool.Skipped);
        yield return BySink("dk_sink_accepted_total", isCounter: true, "Alerts accepted: on disk.", lane => lane.Spool.Accepted);
        yield return BySink("dk_sink_refused_total", isCounter: true, "Alerts lost: the spool had no room, or the disk failed.", lane => lane.Spool.Refused);
        yield return BySink("dk_sink_delivered_total", isCounter: true, "Alerts delivered.", lane => lane.Delivered);
        yield return BySink("dk_sink_rejected_total", isCounter: true, "Alerts that the receiver will never take.", lane => lane.Rejected);
        yield return BySink("dk_sink_failures_total", isCounter: true, "Deliveries that did not come off.", lane => lane.Failures);
        yield return new("dk_bundle_info", IsCounter: false, "The bundle that runs.", [new(1, ("bundle", bundle.Running ?? ""))]);
        yield return One("dk_bundle_serial", isCounter: false, "Its serial.", bundle.Serial);
        yield return One("dk_bundle_detectors", isCounter: false, "Its detectors.", bundle.Detectors);
        yield return One("dk_bundle_swaps_total", isCounter: true, "Bundles loaded in place of another.", bundle.Swaps);
        yield return One("dk_bundle_refusals_total", isCounter: true, "Bundles refused.", bundle.Refusals);
        yield return One("dk_images", isCounter: false, "Images of detectors in memory: the one that runs, and those that are not collected yet.", bundle.Images);
        yield return One("dk_memory_bytes", isCounter: false, "Resident memory.", Environment.WorkingSet);
        yield return One("dk_heap_bytes", isCounter: false, "Managed memory in use.", GC.GetTotalMemory(forceFullCollection: false));
        yield return One("dk_cpu_seconds_total", isCounter: true, "Processor time.", Environment.CpuUsage.TotalTime.TotalSeconds);
        yield return One("dk_uptime_seconds", isCounter: false, "Since the sensor runs.", (DateTime.UtcNow - _begin).TotalSeconds);
    }

    /// <summary>Whether all is well, and what is not.</summary>
    public (bool Good, string Text) Health()
    {
        string[] problems =
        [
            .. bundle.Running is null ? ["no bundle is loaded"] : Array.Empty<string>(),
            .. inputs.Where(input => input.Problem is not null).Select(input => $"{input.Name}: {input.Problem}"),
            .. lanes.Where(lane => lane.Problem is not null).Select(lane => $"sink {lane.Name}: {lane.Problem}"),
        ];
        return problems.Length == 0 ? (true, "ok\n") : (false, string.Join('\n', problems) + "\n");
    }

    private static Metric One(string name, bool isCounter, string help, double value) => new(name, isCounter, help, [new(value)]);

    private Metric ByInput(string name, string help, Func<ISensorInput, long?> value) => new(name, IsCounter: true, help,
        [.. inputs.Select((input, number) => (input, number)).Where(pair => value(pair.input) is not null)
            .Select(pair => new MetricSample(value(pair.input)!.Value, ("input", pair.input.Name), ("thread", pair.number.ToString(System.Globalization.CultureInfo.InvariantCulture))))]);

    private Metric BySink(string name, bool isCounter, string help, Func<SinkLane, double> value) =>
        new(name, isCounter, help, [.. lanes.Select(lane => new MetricSample(value(lane), ("sink", lane.Name)))]);

    // Another thread counts while this one reads: sums over a moment, never an exception.
    private Metric Weirds()
    {
        var totals = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var counters in inputs.Select(input => input.Counters))
        {
            foreach (var (name, count) in counters?.WeirdTotals() ?? [])
                totals[name] = totals.GetValueOrDefault(name) + count;
        }

        return new("dk_weirds_total", IsCounter: true, "Odd traffic, by kind.", [.. totals.Select(pair => new MetricSample(pair.Value, ("name", pair.Key)))]);
    }
}
