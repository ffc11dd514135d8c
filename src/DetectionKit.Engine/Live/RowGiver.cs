using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Live;

/// <summary>Hands rows to the sink, for one thread at a time: who gives has begun. Notices may come from any thread.</summary>
internal sealed class RowGiver(ILiveSink sink)
{
    private readonly Lock _turn = new();
    private readonly Lock _notices = new();

    /// <summary>Waits until nobody else gives, and begins.</summary>
    public void Begin() => _turn.Enter();

    /// <summary>Begins, unless somebody else gives.</summary>
    public bool TryBegin() => _turn.TryEnter();

    /// <summary>Ends what the same thread began.</summary>
    public void End() => _turn.Exit();

    /// <summary>Gives a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="revision">Its revision since its detector began.</param>
    /// <param name="state">Whether it may still change.</param>
    /// <param name="window">Its window.</param>
    /// <param name="isCut">Whether it ends before all that its window holds was counted.</param>
    public void Give(ResultRow row, int revision, LiveRowState state, LiveWindow window, bool isCut = false)
    {
        revision += window.RevisionOf(row.AlertId);
        sink.OnRow(new(row, window.Start, revision, state) { IsCut = isCut });
        if (state != LiveRowState.Open)
            window.Note(row.AlertId, revision);
    }

    public void Give(LiveWindow window, WindowEnd end) => sink.OnClosed(window.Start, end);

    public void Give(RunNotice notice)
    {
        lock (_notices)
            sink.OnNotice(notice);
    }
}
