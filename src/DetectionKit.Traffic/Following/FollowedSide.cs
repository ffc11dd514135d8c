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

    /// <summary>How many of the pending bytes the follower has seen.</summary>
    public int Seen;

    /// <summary>Bytes that came in order.</summary>
    public long Came;

    /// <summary>Bytes that the follower was shown, again and again those that it left.</summary>
    public long Shown;

    /// <summary>Whether pending bytes were not shown yet.</summary>
    public bool IsPutOff => Pending.Length > Seen;

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
        Skip = Lost = Came = Shown = 0;
        Seen = 0;
        Started = AfterGap = false;
    }
}
