using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Live;

/// <summary>Takes what a live run finds: rows from one thread at a time. Where it waits, further rows wait; events do not.</summary>
public interface ILiveSink
{
    /// <summary>Takes a row.</summary>
    /// <param name="row">The row; not changed any more.</param>
    void OnRow(LiveRow row);

    /// <summary>Takes word that a window has no more rows: all of them came before.</summary>
    /// <param name="window">When it began; 0: the window is the whole run.</param>
    /// <param name="end">How it ended.</param>
    void OnClosed(Timestamp window, WindowEnd end)
    {
    }

    /// <summary>Takes word of a detector that was set aside, or of a limit that was reached. Must not wait.</summary>
    /// <param name="notice">The notice.</param>
    void OnNotice(RunNotice notice);
}
