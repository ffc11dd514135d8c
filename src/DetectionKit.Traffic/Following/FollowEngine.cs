using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Verdicts;

namespace DetectionKit.Traffic.Following;

/// <summary>Reads identified flows on, in order and bounded, for what they announce, what is inside them, and their facts.</summary>
internal sealed class FollowEngine
{
    private const int MostFollowed = 16_384;
    private const int DeepestInner = 4;

    private readonly FlowSlab _flows;
    private readonly DetailsPool _details;
    private readonly AppNames _apps;
    private readonly BytePool _bytes;
    private readonly FollowerPurpose _wanted;
    private readonly List<FollowedFlow> _all = [];
    private readonly Stack<int> _free = [];
    private FollowerFactory?[] _factories = [];

    private readonly string _capture;

    public FollowEngine(FlowSlab flows, DetailsPool details, AppNames apps, BytePool bytes, bool facts, string capture, IEventSink? messages)
    {
        (_capture, Messages) = (capture, messages);
        (_flows, _details, _apps, _bytes) = (flows, details, apps, bytes);
        WantsFacts = facts;
        _wanted = facts ? FollowerPurpose.Announcements | FollowerPurpose.Inner | FollowerPurpose.Facts : FollowerPurpose.Announcements;
    }

    /// <summary>Whether facts are kept.</summary>
    public bool WantsFacts { get; }

    /// <summary>Takes the events of messages; null: nobody.</summary>
    public IEventSink? Messages { get; }

    /// <summary>When what is read came, nanoseconds since the epoch.</summary>
    public long Time { get; set; }

    /// <summary>Whose bytes win where segments that wait for their turn overlap.</summary>
    public OverlapPolicy Overlap { get; init; } = OverlapPolicy.Linux;

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
        if (factory is null || !IsWanted(factory) || flow.Has(FlowFacts.Tunnel) || _all.Count - _free.Count >= MostFollowed)
            return null;
        if (!_free.TryPop(out var slot))
        {
            slot = _all.Count;
            _all.Add(new FollowedFlow(this));
        }

        var followed = _all[slot];
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

    /// <summary>Takes a segment of a followed flow.</summary>
    public void OnSegment(int index, int side, in Packet p)
    {
        var followed = Of(index);
        var me = followed.Side(side);
        Time = p.Time;
        var sequence = (p.Flags & TcpFlags.Syn) != 0 ? unchecked(p.Sequence + 1) : p.Sequence;
        if (!me.Started)
            Start(ref _flows[index], me, side, sequence);
        var ahead = unchecked((int)(sequence - me.Expected));
        if (ahead > 0)
        {
            if (me.Skip < ahead)
            {
                if (Hold(index, me, sequence, in p))
                    return;
                _details.Of(ref _flows[index]).Count(Weird.ReorderLimit, p.Time);
                // The hole will not be filled: reading goes on behind it.
                PassHole(me, me.Held.FirstSequence);
                if (!Drain(followed, side))
                    return;
                ahead = unchecked((int)(sequence - me.Expected));
                if (ahead > 0)
                {
                    Hold(index, me, sequence, in p);
                    return;
                }
            }
            else
            {
                PassHole(me, sequence);
                ahead = 0;
            }
        }

        if (-(long)ahead >= p.PayloadLength)
            return;
        var bytes = p.Payload;
        if (me.Held.Count > 0)
        {
            var contradictions = 0;
            bytes = me.Held.Settle(sequence, bytes, Overlap, ref contradictions);
            NoteContradictions(index, contradictions);
        }

        if (-ahead < bytes.Length && !Deliver(followed, side, bytes[-ahead..]))
            return;
        // What the capture cut off a segment will not come either.
        if (p.PayloadLength > p.Payload.Length)
            PassHole(me, unchecked(sequence + (uint)p.PayloadLength));
        Drain(followed, side);
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
        }

        End(index);
    }

    /// <summary>Hands bytes in order to the follower. False: the flow is followed no further.</summary>
    public bool Deliver(FollowedFlow followed, int side, ReadOnlySpan<byte> bytes)
    {
        var me = followed.Side(side);
        me.Expected = unchecked(me.Expected + (uint)bytes.Length);
        if (me.Skip > 0)
        {
            var skipped = (int)Math.Min(me.Skip, bytes.Length);
            me.Skip -= skipped;
            bytes = bytes[skipped..];
        }

        return bytes.IsEmpty || Feed(followed, side, bytes);
    }

    /// <summary>Reads on what turned out to be inside a followed flow, from its first byte.</summary>
    /// <param name="index">The flow.</param>
    /// <param name="app">What is inside.</param>
    /// <param name="first">Who spoke first in it.</param>
    /// <param name="a">What one side said so far.</param>
    /// <param name="b">What the other said.</param>
    public void FollowInner(int index, string app, int first, byte[] a, byte[] b)
    {
        var followed = Of(index);
        followed.Follower?.Finish(followed);
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

    private bool Feed(FollowedFlow followed, int side, ReadOnlySpan<byte> bytes)
    {
        var me = followed.Side(side);
        if (followed.InnerBegan)
            return HandInner(followed, side, bytes);
        if (me.Pending.Length == 0)
        {
            var rest = Consume(followed, side, bytes);
            me.Pending.Append(rest, _bytes);
        }
        else
        {
            var room = BytePool.Largest - me.Pending.Length;
            me.Pending.Append(bytes, _bytes);
            var rest = Consume(followed, side, me.Pending.Bytes).Length;
            me.Pending.Drop(me.Pending.Length - rest);
            if (bytes.Length > room)
                me.Pending.Append(bytes[room..], _bytes);
        }

        if (followed.IsDone || me.Pending.Length == BytePool.Largest)
        {
            End(followed.Flow);
            return false;
        }

        return !followed.InnerBegan || BeginInner(followed, side);
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
        _all[slot].Follower?.Finish(_all[slot]);
        _all[slot].Clear(_bytes);
        _free.Push(slot);
    }

    private bool Hold(int index, FollowedSide me, uint sequence, in Packet p)
    {
        var contradictions = 0;
        var held = me.Held.Hold(sequence, p.Payload, _bytes, Overlap, ref contradictions);
        NoteContradictions(index, contradictions);
        return held;
    }

    private void NoteContradictions(int index, int count)
    {
        if (count > 0)
            _details.Of(ref _flows[index]).Count(Weird.RetransmissionInconsistent, Time, count);
    }

    /// <summary>Goes on at a sequence number behind bytes that were lost; those that nobody wants are no loss.</summary>
    private void PassHole(FollowedSide me, uint sequence)
    {
        var lost = (long)unchecked(sequence - me.Expected);
        me.Expected = sequence;
        if (lost is <= 0 or > int.MaxValue)
            return;
        var skipped = Math.Min(me.Skip, lost);
        me.Skip -= skipped;
        if (lost == skipped)
            return;
        me.Lost += lost - skipped + me.Pending.Length;
        me.AfterGap = true;
        me.Pending.Clear(_bytes);
    }

    /// <summary>Delivers what is held and whose turn has come. False: the flow is followed no further.</summary>
    private bool Drain(FollowedFlow followed, int side)
    {
        var me = followed.Side(side);
        while (me.Held.TryFirst(me.Expected, out var bytes))
        {
            if (!bytes.IsEmpty && !Deliver(followed, side, bytes))
                return false;
            me.Held.RemoveFirst(_bytes);
        }

        return true;
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

    private static void Start(ref Flow flow, FollowedSide me, int side, uint sequence)
    {
        ref readonly var state = ref side == 0 ? ref flow.A : ref flow.B;
        me.Started = true;
        me.Expected = (state.Facts & (SideFacts.Syn | SideFacts.SynAck)) != 0 ? unchecked(state.InitialSequence + 1) : sequence;
    }

    private FollowerFactory? Factory(ushort app)
    {
        if (app >= _factories.Length)
            _factories = [.. Enumerable.Range(0, _apps.Count).Select(number => FollowerCatalogue.All.GetValueOrDefault(_apps[(ushort)number]))];
        return _factories[app];
    }

    private ReadOnlySpan<byte> Consume(FollowedFlow followed, int side, ReadOnlySpan<byte> bytes)
    {
        var me = followed.Side(side);
        while (!bytes.IsEmpty && !followed.IsDone && !followed.InnerBegan)
        {
            var consumed = Ask(followed, side, bytes, me.AfterGap, me.Lost);
            me.AfterGap = false;
            me.Lost = 0;
            if (consumed <= 0)
                break;
            if (consumed > bytes.Length)
                me.Skip = consumed - bytes.Length;
            bytes = bytes[(int)Math.Min(consumed, bytes.Length)..];
        }

        return bytes;
    }

    private long Ask(FollowedFlow followed, int side, ReadOnlySpan<byte> bytes, bool afterGap, long lost)
    {
        ref readonly var flow = ref _flows[followed.Flow];
        return followed.Follower!.Read(
            new FollowedBytes
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
            },
            followed);
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
        return bytes;
    }

    private bool HandInner(FollowedFlow followed, int side, ReadOnlySpan<byte> bytes)
    {
        var open = followed.Inspection;
        if (OnInner!(followed.Flow, open, side, bytes))
            return true;
        // The verdict on what is inside is closed: it is read on, or nothing is.
        if (!_flows[followed.Flow].Has(FlowFacts.Followed))
            return false;
        if (followed.Inspection != open)
            return true;
        followed.Inspection = -1;
        End(followed.Flow);
        return false;
    }
}

/// <summary>Hands bytes in order to the verdict on what is inside a flow.</summary>
/// <param name="flow">The flow.</param>
/// <param name="inspection">The open verdict.</param>
/// <param name="side">Who said them.</param>
/// <param name="bytes">The bytes.</param>
/// <returns>False: the verdict is closed.</returns>
internal delegate bool InnerBytes(int flow, int inspection, int side, ReadOnlySpan<byte> bytes);
