using DetectionKit.Traffic.Verdicts;

namespace DetectionKit.Traffic.Following;

/// <summary>One side of a flow that is read on.</summary>
internal sealed class FollowedSide
{
    /// <summary>Bytes in order that the follower has left.</summary>
    public Head Pending;

    /// <summary>The sequence number whose turn it is.</summary>
    public uint Expected;

    /// <summary>Whether that is known.</summary>
    public bool Started;

    /// <summary>Whether bytes were lost before what comes next.</summary>
    public bool AfterGap;

    /// <summary>How many.</summary>
    public long Lost;

    /// <summary>Bytes to come that nobody wants.</summary>
    public long Skip;

    /// <summary>What came before its turn.</summary>
    public HeldSegments Held { get; set; } = new();

    /// <summary>Makes it as new.</summary>
    public void Clear(BytePool pool)
    {
        Pending.Clear(pool);
        Held.Clear(pool);
        Expected = 0;
        Skip = Lost = 0;
        Started = AfterGap = false;
    }
}
