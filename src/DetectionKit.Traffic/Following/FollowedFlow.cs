using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Verdicts;

namespace DetectionKit.Traffic.Following;

/// <summary>A flow that is read on, and what its follower may say about it.</summary>
internal sealed class FollowedFlow(FollowEngine engine) : FlowNotes
{
    private readonly FollowedSide _a = new();
    private readonly FollowedSide _b = new();

    /// <summary>The flow's slot.</summary>
    public int Flow;

    /// <summary>The next spare record, while this one is spare.</summary>
    public int Next = -1;

    /// <summary>Who reads it, or what is inside it.</summary>
    public Follower? Follower;

    /// <summary>The verdict on what is inside, while it is open; -1: none.</summary>
    public int Inspection = -1;

    /// <summary>How deep inside the flow's own protocol it reads.</summary>
    public int Depth;

    /// <summary>Whether the follower said that it is done.</summary>
    public bool IsDone;

    /// <summary>Whether the follower said that another conversation begins.</summary>
    public bool InnerBegan;

    /// <inheritdoc/>
    public override bool WantsFacts => engine.WantsFacts;

    /// <inheritdoc/>
    public override bool WantsFact(string name) => engine.WantsFact(name);

    /// <inheritdoc/>
    public override FlowEnds Ends => engine.EndsOf(Flow);

    /// <inheritdoc/>
    public override bool Wants(string model) => engine.Messages is { } sink && sink.Interest.WantsModel(model);

    /// <inheritdoc/>
    public override void Event<TEvent>(TEvent modelEvent) => engine.Give(Flow, modelEvent);

    /// <summary>One side.</summary>
    public FollowedSide Side(int side) => side == 0 ? _a : _b;

    /// <inheritdoc/>
    public override void Fact(string name, Value value)
    {
        if (!value.IsNull && engine.WantsFact(name))
            engine.DetailsOf(Flow).AddFact(name, value);
    }

    /// <inheritdoc/>
    public override void Announce(IpAddress address, int port, Carrier carrier, string app, bool decides = true)
    {
        if (port is > 0 and < 65536 && !address.IsNone)
            engine.Announce(address, port, carrier == Carrier.Udp ? IpProtocol.Udp : IpProtocol.Tcp, app, decides);
    }

    /// <inheritdoc/>
    public override void Inner(string app) => engine.DetailsOf(Flow).AddInner(app);

    /// <inheritdoc/>
    public override void InnerBegins() => InnerBegan = true;

    /// <inheritdoc/>
    public override void Done() => IsDone = true;

    /// <summary>Makes it as new.</summary>
    public void Clear(BytePool pool)
    {
        _a.Clear(pool);
        _b.Clear(pool);
        Follower = null;
        Inspection = -1;
        Depth = 0;
        IsDone = InnerBegan = false;
    }
}
