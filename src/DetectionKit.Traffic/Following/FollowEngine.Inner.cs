using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Following;

/// <content>What is inside a followed flow: found by a verdict of its own, and followed in its turn.</content>
internal sealed partial class FollowEngine
{
    /// <summary>Reads on what turned out to be inside a followed flow, from its first byte.</summary>
    /// <param name="index">The flow.</param>
    /// <param name="app">What is inside.</param>
    /// <param name="first">Who spoke first in it.</param>
    /// <param name="a">What one side said so far.</param>
    /// <param name="b">What the other said.</param>
    public void FollowInner(int index, string app, int first, byte[] a, byte[] b)
    {
        var followed = Of(index);
        FinishFollower(followed);
        followed.Follower = FollowerCatalogue.All[app].Begin();
        followed.InnerBegan = false;
        followed.Inspection = -1;
        followed.Depth++;
        if (FeedInner(index, first, first == 0 ? a : b))
            FeedInner(index, 1 - first, first == 0 ? b : a);
    }

    /// <summary>Whether somebody wants what is inside a flow to be read on.</summary>
    public bool FollowsInner(int index, string app) =>
        _flows[index].Has(FlowFacts.Followed) && Of(index).Depth < DeepestInner && FollowerCatalogue.All.GetValueOrDefault(app) is { } factory && IsWanted(factory);

    /// <summary>Hands bytes to whoever reads what is inside, if somebody does.</summary>
    public bool FeedInner(int index, int side, ReadOnlySpan<byte> bytes)
    {
        if (!_flows[index].Has(FlowFacts.Followed))
            return false;
        var followed = Of(index);
        return bytes.IsEmpty || Feed(followed, side, bytes);
    }

    /// <summary>What both sides left unconsumed begins the conversation inside.</summary>
    private bool BeginInner(FollowedFlow followed, int side)
    {
        followed.Inspection = OpenInner!(followed.Flow);
        var mine = Taken(followed.Side(side));
        var others = Taken(followed.Side(1 - side));
        return (mine.Length == 0 || Feed(followed, side, mine)) && (others.Length == 0 || Feed(followed, 1 - side, others));
    }

    private byte[] Taken(FollowedSide side)
    {
        var bytes = side.Pending.Bytes.ToArray();
        side.Pending.Clear(_bytes);
        side.Seen = 0;
        return bytes;
    }

    private bool HandInner(FollowedFlow followed, int side, ReadOnlySpan<byte> bytes)
    {
        var (flow, open) = (followed.Flow, followed.Inspection);
        if (OnInner!(flow, open, side, bytes))
            return true;
        // The verdict on what is inside is closed: it is read on, or nothing is; then the record may be another flow's.
        if (!_flows[flow].Has(FlowFacts.Followed))
            return false;
        if (followed.Inspection != open)
            return true;
        followed.Inspection = -1;
        End(flow);
        return false;
    }
}
