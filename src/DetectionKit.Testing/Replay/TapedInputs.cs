using System.Collections.Concurrent;
using DetectionKit.Abstractions.Events;

namespace DetectionKit.Testing.Replay;

/// <summary>Keeps the events of inputs in memory, as long as there are not too many, and reads a file again only once it changed.</summary>
/// <param name="inner">Reads files.</param>
/// <param name="limit">How many events are kept of all inputs together.</param>
public sealed class TapedInputs(IInputs inner, int limit = 2_000_000) : IInputs
{
    private readonly ConcurrentDictionary<InputFile, Tape> _tapes = new();
    private int _kept;

    /// <inheritdoc/>
    public InputOutcome Read(InputFile file, IEventSink sink, CancellationToken cancellation)
    {
        var stamp = StampOf(file.Path);
        if (_tapes.TryGetValue(file, out var known) && known.Stamp == stamp)
        {
            known.Events.Play(sink);
            return known.Outcome;
        }

        if (known is not null && _tapes.TryRemove(file, out _))
            Interlocked.Add(ref _kept, -known.Events.Count);
        var events = new EventTape(Math.Max(0, limit - Volatile.Read(ref _kept)));
        var outcome = inner.Read(file, events, cancellation);
        if (events.Overflowed || cancellation.IsCancellationRequested)
            return inner.Read(file, sink, cancellation);
        // Others may have kept theirs meanwhile.
        if (Interlocked.Add(ref _kept, events.Count) > limit || !_tapes.TryAdd(file, new Tape(stamp, events, outcome)))
            Interlocked.Add(ref _kept, -events.Count);
        events.Play(sink);
        return outcome;
    }

    private static (long Length, DateTime Written) StampOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
    }

    private sealed record Tape((long Length, DateTime Written) Stamp, EventTape Events, InputOutcome Outcome);
}
