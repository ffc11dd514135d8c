using System.Collections.Immutable;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Live;

/// <summary>
/// Windows that are over, closed one after the other on a thread of their own. Nobody waits for them. Bounded: where as many wait as may, the next one is shed: what it
/// holds is let go, and of it only the ends of rows that had been given wait, these bounded as well.
/// </summary>
/// <param name="close">Closes one.</param>
internal sealed class ClosingWindows(Action<ClosingWindows.Item> close)
{
    private const int MostWhole = 4;
    private const int MostEnds = 100_000;
    private readonly Lock _lock = new();
    private readonly Queue<Item> _items = new();
    private Task? _worker;
    private int _whole;
    private int _ends;

    /// <summary>Windows that wait, or are being closed.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _items.Count;
        }
    }

    /// <summary>Windows that were shed.</summary>
    public long Shed { get; private set; }

    /// <summary>Rows of windows that were shed whose end was not given either.</summary>
    public long EndsLost { get; private set; }

    /// <summary>Adds a window that takes no more events.</summary>
    public void Add(DetectionRun run, LiveWindow window)
    {
        lock (_lock)
        {
            if (_whole < MostWhole)
            {
                _whole++;
                _items.Enqueue(new(run, window, []));
            }
            else
            {
                Shed++;
                ImmutableArray<ResultRow> shown = [.. run.Detectors.SelectMany(detector => detector.Shown.Values)];
                EndsLost += Math.Max(0, _ends + shown.Length - MostEnds);
                shown = [.. shown.Take(MostEnds - _ends)];
                _ends += shown.Length;
                _items.Enqueue(new(null, window, shown));
            }

            _worker ??= Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Waits until none is left.</summary>
    public void Settle()
    {
        while (Worker() is { } worker)
            worker.Wait();
    }

    private Task? Worker()
    {
        lock (_lock)
            return _worker;
    }

    private void Work()
    {
        while (Next() is { } item)
        {
            try
            {
                close(item);
            }
            finally
            {
                Remove(item);
            }
        }
    }

    private void Remove(Item item)
    {
        lock (_lock)
        {
            _items.Dequeue();
            _whole -= item.Run is null ? 0 : 1;
            _ends -= item.Ends.Length;
        }
    }

    private Item? Next()
    {
        lock (_lock)
        {
            if (_items.TryPeek(out var item))
                return item;
            _worker = null;
            return null;
        }
    }

    /// <summary>A window that is over.</summary>
    /// <param name="Run">What it holds; null: it was shed.</param>
    /// <param name="Window">The window.</param>
    /// <param name="Ends">Of a window that was shed: the rows that had been given.</param>
    internal sealed record Item(DetectionRun? Run, LiveWindow Window, ImmutableArray<ResultRow> Ends);
}
