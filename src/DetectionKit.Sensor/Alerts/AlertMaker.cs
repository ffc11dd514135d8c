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
internal sealed class AlertMaker(string sensor, SensorLog log, Action<Alert> next) : ILiveSink
{
    private FrozenDictionary<string, BundleDetection> _detections = FrozenDictionary<string, BundleDetection>.Empty;
    private string _bundle = "";

    /// <summary>Uses another bundle's manifest, for the rows that come from now on.</summary>
    public void Use(BundleManifest manifest)
    {
        _detections = manifest.Detections.DistinctBy(detection => detection.Id, StringComparer.Ordinal).ToFrozenDictionary(detection => detection.Id, StringComparer.Ordinal);
        _bundle = $"{manifest.Id} {manifest.Version}";
    }

    /// <inheritdoc/>
    public void OnRow(LiveRow row) => next(new Alert
    {
        Live = row,
        Detection = _detections.GetValueOrDefault(row.Result.Detection.Id),
        Bundle = _bundle,
        Sensor = sensor,
        Made = new Timestamp((DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100),
    });

    /// <inheritdoc/>
    public void OnNotice(RunNotice notice) => log.Warn($"{notice.Detection.Name}: {notice.Message}");
}
