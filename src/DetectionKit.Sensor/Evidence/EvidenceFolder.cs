using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Evidence;

/// <summary>
/// Writes what is remembered of an alert's flows as a small pcapng, once for each alert. Where it is given while a flow goes on, what that says in the ten seconds behind it is added.
/// Bounded: the oldest files go when there are too many bytes, or when they are old.
/// </summary>
internal sealed class EvidenceFolder
{
    private const int AlertIdDigits = 32;

    // Each asks for a look at all that is remembered.
    private const int MostGrowing = 64;
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(10);
    private readonly EvidenceConfiguration _configuration;
    private readonly IReadOnlyList<PacketMemory> _memories;
    private readonly SensorLog _log;
    private readonly Func<DateTime> _clock;
    private readonly Queue<(string Path, DateTime Begun)> _byAge = new();
    private readonly Dictionary<string, long> _lengths = new(StringComparer.Ordinal);
    private readonly Queue<(EvidenceFile File, DateTime Due)> _growing = new();
    private long _bytes;
    private bool _isFailing;

    public EvidenceFolder(EvidenceConfiguration configuration, IReadOnlyList<PacketMemory> memories, SensorLog log, Func<DateTime>? clock = null)
    {
        (_configuration, _memories, _log, _clock) = (configuration, memories, log, clock ?? (() => DateTime.UtcNow));
        foreach (var file in new DirectoryInfo(configuration.Folder).GetFiles("*.pcapng").Where(IsOurs).OrderBy(file => file.LastWriteTimeUtc))
            Count(file.FullName, file.Length, file.LastWriteTimeUtc);
    }

    /// <summary>How often evidence could not be written.</summary>
    public long Failures { get; private set; }

    /// <summary>Writes the evidence of an alert.</summary>
    /// <returns>The alert, with the name of its file where there is one.</returns>
    public Alert Attach(Alert alert)
    {
        if (alert.Row.Origin.Flows is not { } trail)
            return alert;
        var path = Path.Combine(_configuration.Folder, alert.Id + ".pcapng");
        if (_lengths.ContainsKey(path) && File.Exists(path))
            return alert with { EvidenceFile = path };
        var file = new EvidenceFile(path, trail.Flows, _memories);
        if (!Write(file, asFarAsKnown: true))
            return alert;
        if (_growing.Count < MostGrowing && trail.Flows.Any(flow => flow.IsContinuing))
            _growing.Enqueue((file, _clock() + Afterwards));
        return alert with { EvidenceFile = path };
    }

    /// <summary>Adds what flows of recent alerts have said since. To be called every now and then.</summary>
    public void Continue()
    {
        while (_growing.TryPeek(out var next) && next.Due <= _clock())
        {
            _growing.Dequeue();
            if (_lengths.ContainsKey(next.File.Path))
                Write(next.File, asFarAsKnown: false);
        }
    }

    private bool Write(EvidenceFile file, bool asFarAsKnown)
    {
        try
        {
            var added = file.Add(asFarAsKnown, bytes => MakeRoom(bytes, file.Path));
            if (added > 0)
                Count(file.Path, added, _clock());
            if (added > 0 && _isFailing)
                _log.Say("evidence: can be written again");
            _isFailing &= added == 0;
            return added > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!_isFailing)
                _log.Warn($"evidence: {e.Message}: until it can be written, alerts go without");
            _isFailing = true;
            Failures++;
            return false;
        }
    }

    private void Count(string path, long bytes, DateTime time)
    {
        if (!_lengths.ContainsKey(path))
            _byAge.Enqueue((path, time));
        _lengths[path] = _lengths.GetValueOrDefault(path) + bytes;
        _bytes += bytes;
    }

    // Named by an alert's id: whatever else lies in the folder is somebody's own.
    private static bool IsOurs(FileInfo file) => file.Name.Length == AlertIdDigits + file.Extension.Length && file.Name[..AlertIdDigits].All(char.IsAsciiHexDigitLower);

    private void MakeRoom(long bytes, string own)
    {
        var oldest = _clock() - _configuration.MaxAge;
        while (_byAge.TryPeek(out var file) && !string.Equals(file.Path, own, StringComparison.Ordinal) && (_bytes + bytes > (long)_configuration.MaxMegabytes << 20 || file.Begun < oldest))
        {
            File.Delete(file.Path);
            _byAge.Dequeue();
            _lengths.Remove(file.Path, out var length);
            _bytes -= length;
        }
    }
}
