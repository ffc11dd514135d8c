using System.Collections.Concurrent;
using System.Collections.Frozen;
using DetectionKit.Abstractions.Values;
using DetectionKit.Bundles;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Running;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Alerts;

/// <summary>Makes alerts of rows, with what the manifest says of their detections, and hands them on.</summary>
/// <param name="sensor">The sensor's name.</param>
/// <param name="log">Takes notices.</param>
/// <param name="next">Takes alerts; may wait where there is no room.</param>
/// <param name="closed">Takes ends of windows, behind their alerts.</param>
internal sealed class AlertMaker(string sensor, SensorLog log, Action<Alert> next, Action<Timestamp, WindowEnd> closed) : ILiveSink
{
    private FrozenDictionary<string, BundleDetection> _detections = FrozenDictionary<string, BundleDetection>.Empty;
    private FrozenDictionary<string, BundleDetection> _before = FrozenDictionary<string, BundleDetection>.Empty;
    private string _bundle = "";

    /// <summary>Rows by detection: how many revisions were handed on.</summary>
    public ConcurrentDictionary<string, long> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>How often a detector was set aside.</summary>
    public long SetAside { get; private set; }

    /// <summary>How often a detector reached a limit in a window.</summary>
    public long LimitsReached { get; private set; }

    /// <summary>Uses another bundle's manifest. What it does not list is looked up in the one before: rules that are gone close their windows yet.</summary>
    public void Use(BundleManifest manifest)
    {
        _before = _detections;
        _detections = manifest.Detections.DistinctBy(detection => detection.Id, StringComparer.Ordinal).ToFrozenDictionary(detection => detection.Id, StringComparer.Ordinal);
        _bundle = $"{manifest.Id} {manifest.Version}";
    }

    /// <inheritdoc/>
    public void OnRow(LiveRow row)
    {
        var id = row.Result.Detection.Id;
        Given.AddOrUpdate(id, 1, (_, count) => count + 1);
        next(new Alert
        {
            Live = row,
            Detection = Find(id),
            Bundle = _bundle,
            Sensor = sensor,
            Made = Now(),
            IsInterrupted = row.IsCut,
        });
    }

    /// <inheritdoc/>
    public void OnClosed(Timestamp window, WindowEnd end)
    {
        if (end == WindowEnd.Shed)
            log.Fail($"windows take longer to close than they last: that of {DateTime.UnixEpoch.AddTicks(window.Nanoseconds / 100):O} was shed: alerts that it had given end as they were, others are lost");
        closed(window, end);
    }

    /// <summary>An alert of an earlier process, with what the manifest says of its detection.</summary>
    public Alert Complete(Alert alert) => alert with { Detection = Find(alert.Live.Result.Detection.Id) };

    /// <summary>The end of an alert that an earlier process gave, and whose window it did not close.</summary>
    public Alert Interrupted(Alert alert) => Complete(alert) with
    {
        Live = alert.Live with { Revision = alert.Live.Revision + 1, State = LiveRowState.Final },
        Made = Now(),
        IsInterrupted = true,
    };

    /// <inheritdoc/>
    public void OnNotice(RunNotice notice)
    {
        if (notice.Kind == RunNoticeKind.Failed)
            SetAside++;
        else
            LimitsReached++;
        log.Warn($"{notice.Detection.Name}: {notice.Message}");
    }

    private BundleDetection? Find(string id) => _detections.GetValueOrDefault(id) ?? _before.GetValueOrDefault(id);

    private static Timestamp Now() => new((DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100);
}
