using System.Runtime.CompilerServices;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Packets.Fragments;
using DetectionKit.Traffic.Verdicts;

namespace DetectionKit.Traffic.Flows;

/// <summary>Packets to flows: finds each packet's flow, counts, hands payload to the verdict.</summary>
internal sealed partial class FlowEngine
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    private readonly TrafficOptions _options;
    private readonly FlowSlab _flows = new();
    private readonly TimerWheel _wheel;
    private readonly WaitingList _waiting;
    private readonly DetailsPool _details = new();
    private readonly VerdictEngine _verdicts;
    private readonly IFlowSink? _sink;
    private readonly string _capture;
    private readonly FreshVerdicts? _fresh;
    private readonly Action<int> _due;
    private readonly Action<int> _identified;
    private readonly ushort[] _carriers;
    private long _nextTick = long.MinValue;
    private int _now;
    private uint _ordinal;
    private int _hand;

    public FlowEngine(TrafficOptions options, string capture, IFlowSink? sink)
    {
        _options = options;
        _capture = capture;
        _sink = sink;
        _wheel = new(_flows);
        _waiting = new(_flows);
        _fresh = options.ActiveTimeout > 0 && sink is not null ? new(_flows) : null;
        _verdicts = new(_flows, _details, Apps, options, capture, sink, _fresh);
        _due = Due;
        _identified = TellIdentified;
        _carriers = [Apps.Of("capwap"), Apps.Of("geneve"), Apps.Of("gtp"), Apps.Of("l2tp"), Apps.Of("teredo"), Apps.Of("vxlan")];
    }

    /// <summary>Names of the applications seen.</summary>
    public AppNames Apps { get; } = new();

    /// <summary>What happened so far.</summary>
    public TrafficCounters Counters { get; } = new();

    /// <summary>Takes a whole packet (no fragment).</summary>
    /// <param name="p">The packet.</param>
    /// <returns>Its flow's slot.</returns>
    public int Take(in Packet p)
    {
        var key = FlowKey.Of(in p, out var side);
        var hash = key.Hash();
        if (p.Time >= _nextTick)
            Tick(p.Time);
        return Take(in p, in key, hash, side, _flows.Find(hash, in key));
    }

    /// <summary>Takes a whole packet whose flow was looked for at its time.</summary>
    /// <param name="p">The packet.</param>
    /// <param name="key">Its flow's key.</param>
    /// <param name="hash">The key's hash.</param>
    /// <param name="side">Which end sent it.</param>
    /// <param name="index">The flow's slot; -1: it is a new one.</param>
    /// <returns>Its flow's slot.</returns>
    public int Take(in Packet p, in FlowKey key, uint hash, int side, int index)
    {
        if (index >= 0 && p.Protocol == IpProtocol.Tcp && TcpTracker.BeginsAnew(in _flows[index], side, in p))
        {
            if (!_flows[index].Has(FlowFacts.Closed) && _flows[index].HasData)
                Note(index, Weird.SynReuse, p.Time);
            End(index);
            index = -1;
        }

        if (index < 0)
            index = Begin(hash, in key, side, in p);
        ref var flow = ref _flows[index];
        Count(ref flow, side, in p);
        if (p.Protocol == IpProtocol.Tcp)
            TakeSegment(index, ref flow, side, in p);
        else
            TakeDatagram(index, ref flow, side, in p);
        return index;
    }

    /// <summary>Takes note of a datagram to a group that is another engine's.</summary>
    /// <param name="p">The datagram.</param>
    public void Hear(in Packet p)
    {
        if (p.Protocol == IpProtocol.Udp && !p.IsFragment)
            _verdicts.Hear(in p);
    }

    /// <summary>Counts something odd on a flow.</summary>
    public void Note(int index, Weird weird, long time) => _details.Of(ref _flows[index]).Count(weird, time);

    /// <summary>Notes what decoding found odd.</summary>
    public void NoteOddities(int index, PacketOddities odd, long time)
    {
        if ((odd & (PacketOddities.TransportHeader | PacketOddities.NoTransport)) != 0)
            Note(index, Weird.BadTransportHeader, time);
        if ((odd & PacketOddities.IpLength) != 0)
            Note(index, Weird.IpLengthMismatch, time);
        if ((odd & PacketOddities.SourceRoute) != 0)
            Note(index, Weird.SourceRoute, time);
        if ((odd & PacketOddities.RoutingHeader0) != 0)
            Note(index, Weird.RoutingHeader0, time);
    }

    /// <summary>Notes what the fragments of a datagram were like.</summary>
    /// <param name="index">The datagram's flow.</param>
    /// <param name="facts">Its fragments.</param>
    /// <param name="time">When.</param>
    /// <param name="flood">From how many incomplete datagrams on a flow they are a flood.</param>
    public void NoteFragments(int index, in FragmentFacts facts, long time, int flood)
    {
        var details = _details.Of(ref _flows[index]);
        details.Fragments += facts.Count;
        details.FragmentOverlaps += facts.Overlaps;
        details.TinyFragments += facts.Tiny;
        Count(Weird.FragmentOverlap, facts.Overlaps);
        Count(Weird.FragmentInconsistent, facts.Inconsistent);
        Count(Weird.FragmentTiny, facts.Tiny);
        Count(Weird.FragmentTooLarge, facts.TooLarge);
        Count(Weird.FragmentIncomplete, facts.Incomplete ? 1 : 0);
        Count(Weird.FragmentLimit, facts.ForRoom ? 1 : 0);
        if (facts.Incomplete && details.CountOf(Weird.FragmentIncomplete) == flood)
            Count(Weird.FragmentFlood, 1);

        void Count(Weird weird, int count)
        {
            if (count > 0)
                details.Count(weird, time, count);
        }
    }

    /// <summary>Whether a packet of this flow may be a tunnel's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBeTunnel(int index, byte protocol) => protocol switch
    {
        IpProtocol.Tcp or IpProtocol.Icmp or IpProtocol.IcmpV6 => false,
        IpProtocol.Udp => !_flows[index].Has(FlowFacts.NoTunnel),
        IpProtocol.Gre or IpProtocol.IpInIp or IpProtocol.Ipv6InIp or IpProtocol.EtherIp or IpProtocol.MplsInIp or IpProtocol.L2tp => true,
        _ => false,
    };

    /// <summary>A packet of the flow is no tunnel's: after a few of those, none is looked at any more, unless the flow is known to set tunnels up.</summary>
    public void NoTunnel(int index)
    {
        const int patience = 4;
        ref var flow = ref _flows[index];
        if (!flow.Has(FlowFacts.Tunnel) && flow.A.Packets + flow.B.Packets >= patience && !_carriers.Contains(flow.App))
            flow.Facts |= FlowFacts.NoTunnel;
    }

    /// <summary>The flow carries a tunnel.</summary>
    /// <param name="index">The flow.</param>
    /// <param name="app">The tunnel's name, where its content told it.</param>
    /// <returns>The flow's uid, for what is inside.</returns>
    public string MarkTunnel(int index, string? app)
    {
        ref var flow = ref _flows[index];
        flow.Facts |= FlowFacts.Tunnel;
        if (app is not null && flow.App == 0)
            _verdicts.Set(index, Apps.Of(app), "carries packets");
        var details = _details.Of(ref flow);
        return details.Uid ??= FlowUid.Of(in flow);
    }

    /// <summary>The flow came out of a tunnel.</summary>
    /// <param name="index">The flow.</param>
    /// <param name="uid">The tunnel's uid; the first one stays.</param>
    public void SetTunnel(int index, string uid) => _details.Of(ref _flows[index]).TunnelUid ??= uid;

    private static void Count(ref Flow flow, int side, in Packet p)
    {
        ref var me = ref side == 0 ? ref flow.A : ref flow.B;
        if (me.Packets == 0)
        {
            if (flow.A.Packets + flow.B.Packets > 0)
                flow.Response = 1 + (int)Math.Clamp((p.Time - flow.Start) / 1_000_000, 0, int.MaxValue - 1);
            me.TimeToLive = p.TimeToLive;
            me.TypeOfService = p.TypeOfService;
        }

        me.Packets += (uint)p.WirePackets;
        me.Bytes += p.IpLength;
        me.Payload += p.PayloadLength;
        flow.End = Math.Max(flow.End, p.Time);
    }

    private void TakeSegment(int index, ref Flow flow, int side, in Packet p)
    {
        flow.Clock = _now;
        var odd = TcpTracker.Take(ref flow, side, in p);
        if (odd is { } weird)
            Note(index, weird, p.Time);
        if ((p.Flags & TcpFlags.Syn) != 0 && p.PayloadLength > 0)
            Note(index, Weird.SynWithData, p.Time);
        if (flow.Has(FlowFacts.Waiting) && flow.Has(FlowFacts.Answered))
            _waiting.Remove(index);
        if (!p.Payload.IsEmpty && (p.Flags & TcpFlags.Rst) == 0)
        {
            if (!flow.Has(FlowFacts.Decided))
                _verdicts.OnSegment(index, side, in p);
            else if (((side == 0 ? flow.A.Facts : flow.B.Facts) & SideFacts.Unchecked) != 0)
                _verdicts.Check(index, side, in p);
            if (flow.Has(FlowFacts.Followed))
                _verdicts.Following.OnSegment(index, side, in p);
        }

        if ((p.Flags & TcpFlags.Fin) != 0 && !flow.Has(FlowFacts.Decided))
            _verdicts.OnStreamEnd(index, side);
        if (flow.Has(FlowFacts.Closed) && (p.Flags & (TcpFlags.Fin | TcpFlags.Rst)) != 0)
        {
            _waiting.Remove(index);
            _wheel.Remove(index);
            _wheel.Add(index, _now + _options.TcpClosedTimeout);
        }
    }

    private void TakeDatagram(int index, ref Flow flow, int side, in Packet p)
    {
        flow.Clock = _now;
        ref var me = ref side == 0 ? ref flow.A : ref flow.B;
        ref readonly var peer = ref side == 0 ? ref flow.B : ref flow.A;
        if (flow.Has(FlowFacts.Waiting) && peer.Packets > 0)
        {
            flow.Facts |= FlowFacts.Answered;
            _waiting.Remove(index);
        }

        if (p.PayloadLength == 0)
            return;
        me.Facts |= SideFacts.Data;
        if (p.Protocol is not (IpProtocol.Udp or IpProtocol.UdpLite))
            return;
        FlowHistory.Note(ref flow, 'D', side);
        if (p.Payload.IsEmpty)
            return;
        if (!flow.Has(FlowFacts.Decided))
            _verdicts.OnDatagram(index, side, in p);
        else if ((me.Facts & SideFacts.Unchecked) != 0)
            _verdicts.Check(index, side, in p);
        if (flow.Has(FlowFacts.Followed))
            _verdicts.Following.OnDatagram(index, side, p.Payload, p.Time);
    }

    private int Begin(uint hash, in FlowKey key, int side, in Packet p)
    {
        if (_flows.Count >= _options.MaxFlows)
            Evict();
        var index = _flows.Add(hash, in key);
        ref var flow = ref _flows[index];
        flow.Start = flow.End = p.Time;
        flow.Ordinal = _ordinal++;
        flow.Inspection = flow.Details = -1;
        flow.Clock = _now;
        if (side == 1)
            flow.Facts |= FlowFacts.FirstIsB;
        var (macA, macB) = side == 0 ? (p.SourceMac, p.DestinationMac) : (p.DestinationMac, p.SourceMac);
        flow.MacAVlan = (macA << 16) | (uint)(p.Vlan + 1);
        flow.MacBIcmp = (macB << 16) | ((uint)p.IcmpType << 8) | p.IcmpCode;
        if (p.Protocol == IpProtocol.Tcp && (p.Flags & TcpFlags.Syn) == 0)
            flow.Facts |= FlowFacts.Midstream;
        if (p.Protocol is IpProtocol.Icmp or IpProtocol.IcmpV6)
            BeginIcmp(ref flow, side, in p);
        if (IpProtocol.NamesApp(p.Protocol))
        {
            flow.App = Apps.Of(IpProtocol.Name(p.Protocol));
            flow.State = AppState.Identified;
            flow.Facts |= FlowFacts.Decided;
            _fresh?.Add(index);
        }

        if (!_verdicts.Following.Expected.IsEmpty && IpProtocol.HasPorts(p.Protocol))
            BeginExpected(index, ref flow, side);
        flow.Reported = _now;
        _wheel.Add(index, Due(in flow));
        _waiting.Add(index);
        return index;
    }

    private static void BeginIcmp(ref Flow flow, int side, in Packet p)
    {
        if (!IcmpPairs.IsTwoWay(p.Protocol, p.IcmpType))
            flow.Facts |= FlowFacts.OneWay;
        else
            flow.Facts |= (side == 0) == IcmpPairs.IsRequest(p.Protocol, p.IcmpType) ? FlowFacts.ClientIsA : FlowFacts.ClientIsB;
    }

    private void BeginExpected(int index, ref Flow flow, int side)
    {
        var expected = _verdicts.Following.Expected;
        if (!expected.HasPort(flow.Key.PortA) && !expected.HasPort(flow.Key.PortB))
            return;
        var announced = expected.Find(flow.Key.AddressOf(1 - side), flow.Key.PortOf(1 - side), flow.Key.Protocol, _now);
        if (announced.App == 0)
            announced = expected.Find(flow.Key.AddressOf(side), flow.Key.PortOf(side), flow.Key.Protocol, _now);
        if (announced.App == 0)
            return;
        if (announced.Decides)
            _verdicts.Set(index, announced.App, VerdictEngine.Announced);
        else
            _details.Of(ref flow).AnnouncedApp = announced.App;
    }
}
