using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Verdicts;

namespace DetectionKit.Traffic.Following;

/// <summary>Reads identified flows on, in order and bounded, for what they announce, what is inside them, and their facts.</summary>
internal sealed partial class FollowEngine
{
    private const int MostFollowed = 16_384;
    private const int DeepestInner = 4;

    private readonly FlowSlab _flows;
    private readonly DetailsPool _details;
    private readonly AppNames _apps;
    private readonly BytePool _bytes;
    private readonly FollowerPurpose _wanted;
    // An array, since a list's members are reached through a call here. Spare ones are linked.
    private FollowedFlow[] _all = new FollowedFlow[64];
    private int _used;
    private int _free = -1;
    private int _open;
    private FollowerFactory?[] _factories = [];

    private readonly string _capture;
    private readonly IFlowSink? _sink;

    public FollowEngine(FlowSlab flows, DetailsPool details, AppNames apps, BytePool bytes, bool facts, string capture, IFlowSink? sink)
    {
        (_capture, _sink, Messages) = (capture, sink, sink?.Messages);
        (_flows, _details, _apps, _bytes) = (flows, details, apps, bytes);
        WantsFacts = facts;
        _wanted = facts ? FollowerPurpose.Announcements | FollowerPurpose.Inner | FollowerPurpose.Facts : FollowerPurpose.Announcements;
    }

    /// <summary>Whether facts are kept.</summary>
    public bool WantsFacts { get; }

    /// <summary>Whether anybody reads that fact.</summary>
    public bool WantsFact(string name) => WantsFacts && _sink?.WantsFact(name) is not false;

    /// <summary>Takes the events of messages; null: nobody.</summary>
    public IEventSink? Messages { get; }

    /// <summary>Hands over the event of a message, and first says which flow's it is.</summary>
    public void Give<TEvent>(int index, TEvent modelEvent)
        where TEvent : ModelEvent
    {
        if (Messages is null)
            return;
        ref readonly var flow = ref _flows[index];
        _sink!.OnMessageOf(new FlowView(in flow, _details.Find(in flow), _apps, _capture));
        Messages.OnModel(modelEvent);
    }

    /// <summary>When what is read came, nanoseconds since the epoch.</summary>
    public long Time { get; set; }

    /// <summary>Whose bytes win where segments that wait for their turn overlap.</summary>
    public OverlapPolicy Overlap { get; init; } = OverlapPolicy.Linux;

    /// <summary>Bytes shown to followers, each time, and one more each time.</summary>
    public long Work { get; private set; }

    /// <summary>What was announced.</summary>
    public ExpectedFlows Expected { get; } = new();

    /// <summary>The engine's clock, seconds.</summary>
    public int Now { get; set; }

    /// <summary>Opens the verdict on what is inside a flow; set by the verdict engine.</summary>
    public Func<int, int>? OpenInner { get; set; }

    /// <summary>Hands bytes in order to the verdict on what is inside: (flow, side, bytes); false: that verdict is closed.</summary>
    public InnerBytes? OnInner { get; set; }

    /// <summary>Begins to follow a flow that was just decided, if somebody wants that.</summary>
    /// <param name="index">The flow.</param>
    /// <returns>What follows it; null: nothing.</returns>
    public FollowedFlow? Begin(int index)
    {
        ref var flow = ref _flows[index];
        var factory = Factory(flow.App);
        if (factory is null || !IsWanted(factory) || flow.Has(FlowFacts.Tunnel) || _open >= MostFollowed)
            return null;
        var slot = _free >= 0 ? _free : Make();
        var followed = _all[slot];
        _free = followed.Next;
        _open++;
        followed.Flow = index;
        followed.Follower = factory.Begin();
        flow.Facts |= FlowFacts.Followed;
        flow.Inspection = slot;
        return followed;
    }

    /// <summary>The rarer facts of a flow.</summary>
    public FlowDetails DetailsOf(int index) => _details.Of(ref _flows[index]);

    /// <summary>Expects a flow.</summary>
    public void Announce(IpAddress address, int port, byte protocol, string app, bool decides) =>
        Expected.Add(address, port, protocol, new(_apps.Of(app), decides), Now);

    /// <summary>What follows a flow.</summary>
    public FollowedFlow Of(int index) => _all[_flows[index].Inspection];

    /// <summary>The open verdict on what is inside a followed flow; -1: none.</summary>
    public int OpenInspection(in Flow flow) => _all[flow.Inspection].Inspection;

    /// <summary>Whose messages a followed flow's are.</summary>
    public FlowEnds EndsOf(int index)
    {
        ref readonly var flow = ref _flows[index];
        var details = DetailsOf(index);
        var view = new FlowView(in flow, details, _apps, _capture);
        return new(_capture, details.Uid ??= view.Uid, view.SourceAddress, view.SourcePort, view.DestinationAddress, view.DestinationPort, view.Transport);
    }

    /// <summary>Takes a datagram of a followed flow.</summary>
    public void OnDatagram(int index, int side, ReadOnlySpan<byte> bytes, long time)
    {
        var followed = Of(index);
        Time = time;
        Ask(followed, side, bytes, afterGap: false, lost: 0);
        if (followed.IsDone || followed.InnerBegan)
            End(index);
    }

    /// <summary>A flow is at its end: what is still held is read behind the holes, and the follower has the last word.</summary>
    /// <param name="index">The flow.</param>
    public void Finish(int index)
    {
        for (var side = 0; side < 2; side++)
        {
            while (_flows[index].Has(FlowFacts.Followed) && Of(index) is { Follower: not null, InnerBegan: false } followed && followed.Side(side) is { Held.Count: > 0 } me)
            {
                PassHole(me, me.Held.FirstSequence);
                if (!Drain(followed, side))
                    break;
            }

            if (_flows[index].Has(FlowFacts.Followed) && Of(index) is { Follower: not null, InnerBegan: false } left && left.Side(side).IsPutOff)
            {
                ReadPending(left, side);
                GoesOn(left, side);
            }
        }

        End(index);
    }

    /// <summary>Stops following.</summary>
    /// <param name="index">The flow.</param>
    public void End(int index)
    {
        ref var flow = ref _flows[index];
        if (!flow.Has(FlowFacts.Followed))
            return;
        var slot = flow.Inspection;
        flow.Inspection = -1;
        flow.Facts &= ~FlowFacts.Followed;
        FinishFollower(_all[slot]);
        _all[slot].Clear(_bytes);
        _all[slot].Next = _free;
        _free = slot;
        _open--;
    }

    private int Make()
    {
        if (_used == _all.Length)
            Array.Resize(ref _all, 2 * _used);
        _all[_used] = new FollowedFlow(this);
        return _used++;
    }

    private bool IsWanted(FollowerFactory factory)
    {
        if ((factory.Purpose & _wanted) != 0)
            return true;
        foreach (var model in factory.Models)
        {
            if (Messages is { } sink && sink.Interest.WantsModel(model))
                return true;
        }

        return false;
    }

    private FollowerFactory? Factory(ushort app)
    {
        if (app >= _factories.Length)
        {
            _factories = new FollowerFactory?[_apps.Count];
            for (var number = 0; number < _factories.Length; number++)
                _factories[number] = FollowerCatalogue.All.GetValueOrDefault(_apps[(ushort)number]);
        }

        return _factories[app];
    }

    private long Ask(FollowedFlow followed, int side, ReadOnlySpan<byte> bytes, bool afterGap, long lost)
    {
        ref readonly var flow = ref _flows[followed.Flow];
        var said = new FollowedBytes
        {
            Bytes = bytes,
            Carrier = flow.Key.Protocol == IpProtocol.Tcp ? Carrier.Tcp : Carrier.Udp,
            FromOriginator = side == Orientation.Originator(in flow),
            AfterGap = afterGap,
            Lost = lost,
            Time = Time,
            Source = flow.Key.AddressOf(side),
            Destination = flow.Key.AddressOf(1 - side),
            SourcePort = flow.Key.PortOf(side),
        };
        try
        {
            return followed.Follower!.Read(in said, followed);
        }
        catch (Exception e) when (ParserFailure.Is(e))
        {
            Fail(followed);
            return bytes.Length;
        }
    }

    private void FinishFollower(FollowedFlow followed)
    {
        try
        {
            followed.Follower?.Finish(followed);
        }
        catch (Exception e) when (ParserFailure.Is(e))
        {
            Fail(followed);
        }
    }

    // It is not asked again.
    private void Fail(FollowedFlow followed)
    {
        followed.IsDone = true;
        _details.Of(ref _flows[followed.Flow]).Count(Weird.ParserFailure, Time);
    }
}
