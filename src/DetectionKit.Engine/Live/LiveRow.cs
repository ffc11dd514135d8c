using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Live;

/// <summary>A row of a live run, on its way out. The same row may come several times: its alert id names it, the revision counts.</summary>
/// <param name="Result">The row.</param>
/// <param name="WindowStart">When its window began; 0: the window is the whole run.</param>
/// <param name="Revision">1, 2...: how often the row has been given.</param>
/// <param name="State">Whether the row may still change.</param>
public sealed record LiveRow(ResultRow Result, Timestamp WindowStart, int Revision, LiveRowState State)
{
    /// <summary>Whether the row ends as it stood, before all that its window holds was counted.</summary>
    public bool IsCut { get; init; }
}

/// <summary>Whether a row may still change.</summary>
public enum LiveRowState
{
    /// <summary>The window is open.</summary>
    Open,

    /// <summary>The window is closed: this is the row.</summary>
    Final,

    /// <summary>The window is closed, and the row that was given before does not hold any more.</summary>
    Withdrawn,
}
