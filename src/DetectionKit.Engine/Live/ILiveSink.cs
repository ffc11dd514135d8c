using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Live;

/// <summary>Takes what a live run finds. Called with the run's lock held: it must not wait long.</summary>
public interface ILiveSink
{
    /// <summary>Takes a row.</summary>
    /// <param name="row">The row; not changed any more.</param>
    void OnRow(LiveRow row);

    /// <summary>Takes word of a detector that was set aside, or of a limit that was reached.</summary>
    /// <param name="notice">The notice.</param>
    void OnNotice(RunNotice notice);
}
