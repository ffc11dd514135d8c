using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Logs;
using DetectionKit.Logs.Reading;
using DetectionKit.Sensor.Observing;
using DetectionKit.Traffic;

namespace DetectionKit.Sensor.Inputs.Following;

/// <summary>
/// A log that grows and is rotated. The first time it is read from its begin, later on from where it was read before; then it is followed. Windows go by the clock.
/// </summary>
internal sealed class FollowInput(string path, string? sourceType, LiveRun run, SensorLog log) : ISensorInput
{
    private const int MostWindows = 64;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RotationTime = TimeSpan.FromMilliseconds(200);
    private readonly LiveInput _input = run.OpenInput();
    private readonly List<WindowMark> _windows = [];
    private LogCounts _counts = new();
    private LogPosition? _position;
    private FileMark? _read;
    private bool _isRead;
    private long _badBefore;
    private long _badSilent;
    private long _beats;

    public string Name => path;

    public TrafficCounters? Counters => null;

    /// <summary>Records that could not be read.</summary>
    public long Drops => Volatile.Read(ref _badBefore) + Math.Max(0, _counts.Bad - Volatile.Read(ref _badSilent));

    /// <summary>How often a part of the log was gone before it was read.</summary>
    public long Gaps { get; private set; }

    public long Beats => Volatile.Read(ref _beats);

    public string? Problem { get; private set; }

    /// <summary>How far the log was read; null: nothing is known of it.</summary>
    public LogPosition? Position => Volatile.Read(ref _position);

    /// <summary>Goes on where an earlier process was.</summary>
    /// <param name="position">How far that one read.</param>
    public void Resume(LogPosition position)
    {
        _windows.AddRange(position.Windows);
        _read = position.Read;
        Volatile.Write(ref _position, position);
    }

    /// <summary>Reads again what lies between two places.</summary>
    public void Replay(FileMark from, FileMark to, CancellationToken ending)
    {
        var (read, files) = (_read, new List<GrowingFile>());
        try
        {
            // All at once: what is open stays, whatever it is called afterwards.
            var parts = LogParts.Between(path, from, to);
            for (var again = 0; parts.Gap is not null && again < 3; again++)
            {
                // A file that is just being rotated has no name, or is no copy yet.
                ending.WaitHandle.WaitOne(RotationTime);
                parts = LogParts.Between(path, from, to);
            }

            foreach (var part in Found(parts))
                files.Add(new(part, _ => Interlocked.Increment(ref _beats), ending));
            files.ForEach(file => Read(file, ending));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Warn($"{path}: {e.Message}: a window that was open is not made again");
        }
        finally
        {
            files.ForEach(file => file.Dispose());
            _read = read;
        }
    }

    public void Run(CancellationToken ending)
    {
        Tick();
        while (!ending.IsCancellationRequested)
        {
            try
            {
                using var file = new GrowingFile(Found(LogParts.From(path, _read, _isRead))[0], Follow, ending, Note);
                Read(file, ending);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Problem = e.Message;
            }

            Tick();
            if (Problem is not null)
                ending.WaitHandle.WaitOne(Pause);
        }
    }

    public void Dispose()
    {
        // The file is closed where it is read.
    }

    private ImmutableArray<LogPart> Found(LogParts parts)
    {
        if (parts.Gap is { } gap)
        {
            Gaps++;
            log.Warn(gap);
        }

        return parts.Parts;
    }

    private void Read(GrowingFile file, CancellationToken ending)
    {
        Volatile.Write(ref _badBefore, Drops);
        Volatile.Write(ref _badSilent, 0);
        _counts = new();
        var outcome = LogReader.Read(file, new LogHints(path, sourceType), new Heard(_input, file), CancellationToken.None, _counts);
        if (ending.IsCancellationRequested)
            return;
        Problem = outcome.Problem;
        file.Finish();
        (_read, _isRead) = (new(file.Identity, file.Offset), file.IsRotated);
    }

    private void Tick()
    {
        Interlocked.Increment(ref _beats);
        run.Advance(new Timestamp((DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100));
    }

    // A window that began since the last time began here: what was read up to now came before.
    private void Follow(GrowingFile file)
    {
        Tick();
        if (file.IsSilent)
        {
            Volatile.Write(ref _badSilent, _counts.Bad);
            return;
        }

        if (file.Offset > 0)
            Problem = null;
        if (_windows.Count == 0 || _windows[^1].Window != run.WindowStart.Nanoseconds)
            _windows.Add(new(run.WindowStart.Nanoseconds, Place(file, file.Offset)));
        if (_windows.Count > MostWindows)
            _windows.RemoveAt(0);
        Note(file);
    }

    // Before records count: where the process ends now, they are taken for read in the window that is open.
    private void Note(GrowingFile file)
    {
        var mark = Place(file, file.Given);
        if (file.IsSilent || (_position is { } known && known.Read == mark && known.Windows.Length == _windows.Count && (_windows.Count == 0 || known.Windows[^1] == _windows[^1])))
            return;
        for (var i = 0; i < _windows.Count; i++)
        {
            // More is known of the file by now.
            if (_windows[i].Mark.File is var before && before == _position?.Read.File && (before.Device, before.Inode) == (mark.File.Device, mark.File.Inode) && before.HeadBytes < mark.File.HeadBytes)
                _windows[i] = _windows[i] with { Mark = _windows[i].Mark with { File = mark.File } };
        }

        Volatile.Write(ref _position, new LogPosition(path, mark, [.. _windows]));
    }

    // The begin of a file of which nothing is known yet is the end of the one before: that one can be told from others.
    private FileMark Place(GrowingFile file, long offset) => file.Identity.HeadBytes == 0 && _position is { } before ? before.Read : new(file.Identity, offset);

    // Hands on what counts.
    private sealed class Heard(LiveInput input, GrowingFile file) : IEventSink
    {
        public EventInterest Interest => input.Interest;

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : ModelEvent
        {
            if (!file.IsSilent)
                input.OnModel(modelEvent);
        }

        public void OnRaw(RawEvent rawEvent)
        {
            if (!file.IsSilent)
                input.OnRaw(rawEvent);
        }
    }
}
