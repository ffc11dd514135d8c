using System.Collections.Concurrent;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Delivery.Journal;
using DetectionKit.Sensor.Delivery.Spooling;
using DetectionKit.Sensor.Inputs.Following;

namespace DetectionKit.Sensor.Delivery;

/// <summary>
/// Takes alerts off the threads that find them and writes them to every sink's spool. Bounded: where it is full, who adds waits.
/// </summary>
/// <param name="lanes">The sinks.</param>
/// <param name="sync">How spools are forced onto the medium.</param>
/// <param name="journal">Is told first.</param>
/// <param name="logs">How far logs are read.</param>
/// <param name="prepare">What is done with each alert before it is written; null from it: the alert goes nowhere.</param>
/// <param name="between">What is done every now and then, on the same thread.</param>
internal sealed class AlertQueue(ImmutableArray<SinkLane> lanes, SpoolSync sync, AlertJournal journal, Func<IEnumerable<LogPosition>> logs, Func<Alert, Alert?> prepare, Action? between = null) : IDisposable
{
    private const int Room = 16_384;
    private const int Batch = 256;
    private readonly BlockingCollection<(Alert? Alert, Timestamp Window, WindowEnd End)> _queue = new(Room);
    private Thread? _writer;

    /// <summary>How many wait to be written.</summary>
    public int Waiting => _queue.Count;

    public void Start()
    {
        foreach (var lane in lanes)
            lane.Start();
        _writer = new Thread(Write) { Name = "spools", IsBackground = true };
        _writer.Start();
    }

    /// <summary>Adds an alert; waits where there is no room. Called by one thread at a time.</summary>
    public void Add(Alert alert) => _queue.Add((alert, default, default));

    /// <summary>Adds the end of a window, behind its alerts.</summary>
    public void Add(Timestamp window, WindowEnd end) => _queue.Add((null, window, end));

    /// <summary>Writes what waits, then has the sinks deliver as far as the time suffices.</summary>
    public void Drain(TimeSpan atMost)
    {
        _queue.CompleteAdding();
        _writer?.Join();
        journal.End();
        SinkLane.Drain(lanes, atMost);
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _writer?.Join();
        foreach (var lane in lanes)
            lane.Dispose();
        _queue.Dispose();
    }

    private void Write()
    {
        var batch = new List<Alert>(Batch);
        var lastSync = DateTime.UtcNow;
        var lastNote = default(DateTime);
        while (!_queue.IsCompleted)
        {
            batch.Clear();
            (Timestamp Window, WindowEnd End)? ended = null;
            if (_queue.TryTake(out var item, TimeSpan.FromMilliseconds(500)))
            {
                do
                {
                    if (item.Alert is null)
                        ended = (item.Window, item.End);
                    else if (prepare(item.Alert) is { } prepared)
                        batch.Add(prepared);
                }
                while (ended is null && batch.Count < Batch && _queue.TryTake(out item));
            }

            between?.Invoke();
            Note(ref lastNote, batch.Count > 0 || ended is not null);
            var accepted = journal.Accept(batch);
            foreach (var lane in lanes)
                lane.Accept(accepted);
            if (ended is { } window)
            {
                journal.Positions = journal.Positions.Ended(window.Window.Nanoseconds, window.End).With(logs());
                journal.WritePositions();
            }

            if (sync != SpoolSync.Interval || DateTime.UtcNow - lastSync < TimeSpan.FromSeconds(1))
                continue;
            lastSync = DateTime.UtcNow;
            journal.TrySync();
            foreach (var lane in lanes)
                lane.Spool.TrySync();
        }
    }

    // Before what was found in logs is accepted, the journal knows that they were read so far.
    private void Note(ref DateTime last, bool now)
    {
        if (!now && DateTime.UtcNow - last < TimeSpan.FromSeconds(1))
            return;
        last = DateTime.UtcNow;
        journal.Positions = journal.Positions.With(logs());
        if (!now)
            journal.WritePositions();
    }
}
