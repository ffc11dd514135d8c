using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Live;

/// <summary>Hands rows to the sink, for one thread at a time: who gives has begun. Notices may come from any thread.</summary>
internal sealed class RowGiver(ILiveSink sink)
{
    private readonly Turn _turn = new();
    private readonly Lock _notices = new();

    /// <summary>Waits until nobody else gives; ends with the result's end, on the same thread.</summary>
    public IDisposable Begin()
    {
        _turn.Lock.Enter();
        return _turn;
    }

    /// <summary>As <see cref="Begin"/>; null: somebody else gives.</summary>
    public IDisposable? TryBegin() => _turn.Lock.TryEnter() ? _turn : null;

    /// <summary>Gives a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="revision">Its revision since its detector began.</param>
    /// <param name="state">Whether it may still change.</param>
    /// <param name="window">Its window.</param>
    public void Give(ResultRow row, int revision, LiveRowState state, LiveWindow window)
    {
        revision += window.Revisions.GetValueOrDefault(row.AlertId);
        sink.OnRow(new(row, window.Start, revision, state));
        if (state != LiveRowState.Open)
            window.Revisions[row.AlertId] = revision;
    }

    public void Give(RunNotice notice)
    {
        lock (_notices)
            sink.OnNotice(notice);
    }

    private sealed class Turn : IDisposable
    {
        public Lock Lock { get; } = new();

        public void Dispose() => Lock.Exit();
    }
}
