using System.Runtime.CompilerServices;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Packets.Fragments;
using DetectionKit.Traffic.Packets.Links;
using DetectionKit.Traffic.Packets.Tunnels;

namespace DetectionKit.Traffic;

/// <summary>A frame's way: decoding, fragments put together, its flow, and again for what a tunnel carries.</summary>
internal sealed class PacketPipeline(FlowEngine engine, TrafficOptions options)
{
    /// <summary>How many frames are looked at ahead.</summary>
    public const int MostAhead = 32;

    private const int DeepestTunnel = 6;
    private const int FloodSize = 32;
    private readonly FragmentTable _fragments = new(options.MaxFragmentBytes, options.Overlap);
    private readonly bool _verify = options.VerifyChecksums;
    private readonly Ahead[] _ahead = new Ahead[MostAhead];
    private long _now;

    private TrafficCounters Counters => engine.Counters;

    /// <summary>Takes one captured frame.</summary>
    /// <param name="captured">The frame.</param>
    public void Take(in CapturedPacket captured)
    {
        var counters = Counters;
        counters.Packets++;
        counters.Bytes += captured.WireLength;
        _now = Math.Max(_now, captured.Time);
        var ahead = new Ahead { Slot = -1 };
        Look(in captured, ref ahead);
        if (!ahead.IsPlain)
            Decode(in captured);
        else if (!engine.TakePlain(in ahead.Packet, in ahead.Key, ahead.Hash, ahead.Side, ref ahead.Slot))
            TakeWhole(in captured, in ahead);
    }

    /// <summary>
    /// Takes frames that lie in a reader's window, in order. Their flows are fetched before the first is taken: where each is, then what is there,
    /// so that memory answers for many at once.
    /// </summary>
    /// <param name="spots">Where they lie; at most <see cref="MostAhead"/>.</param>
    /// <param name="window">In what.</param>
    /// <param name="link">What they begin with.</param>
    public void Take(ReadOnlySpan<FrameSpot> spots, ReadOnlySpan<byte> window, LinkType link)
    {
        var captured = new CapturedPacket { LinkType = link };
        var ahead = _ahead.AsSpan(0, spots.Length);
        var bytes = 0L;
        for (var i = 0; i < spots.Length; i++)
        {
            View(in spots[i], window, ref captured);
            bytes += captured.WireLength;
            ref var frame = ref ahead[i];
            Look(in captured, ref frame);
            if (frame.IsPlain)
                engine.PrefetchEntry(frame.Hash);
        }

        var counters = Counters;
        counters.Packets += spots.Length;
        counters.Bytes += bytes;
        foreach (ref var frame in ahead)
        {
            if (frame.IsPlain)
                frame.Slot = engine.Prefetch(frame.Hash);
        }

        for (var i = 0; i < spots.Length; i++)
        {
            ref readonly var spot = ref spots[i];
            ref var frame = ref ahead[i];
            if (spot.Time > _now)
                _now = spot.Time;
            if (frame.IsPlain && engine.TakePlain(in frame.Packet, in frame.Key, frame.Hash, frame.Side, ref frame.Slot))
                continue;
            View(in spot, window, ref captured);
            if (frame.IsPlain)
                TakeWhole(in captured, in frame);
            else
                Decode(in captured);
        }
    }

    private static void View(in FrameSpot spot, ReadOnlySpan<byte> window, ref CapturedPacket captured)
    {
        captured.Data = window.Slice(spot.At, spot.Length);
        captured.Time = spot.Time;
        captured.WireLength = spot.WireLength;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look(scoped in CapturedPacket captured, ref Ahead frame)
    {
        frame.IsPlain = !_verify && frame.Packet.TryRead(in captured, ref frame.Key, ref frame.Side);
        if (frame.IsPlain)
            frame.Hash = frame.Key.Hash();
    }

    private void TakeWhole(in CapturedPacket captured, in Ahead frame)
    {
        var packet = default(Packet);
        frame.Packet.Fill(captured.Data, ref packet);
        var index = engine.Take(in packet, in frame.Key, frame.Hash, frame.Side, frame.Slot);
        if (engine.MayBeTunnel(index, packet.Protocol) && packet.Payload.Length >= 4)
            TakeTunnel(index, in packet, 0);
    }

    private void Decode(in CapturedPacket captured)
    {
        var packet = default(Packet);
        packet.Time = captured.Time;
        packet.Verify = _verify;
        var outcome = FrameDecoder.Decode(captured.Data, captured.LinkType, ref packet);
        // All that was on the wire is there, and still it is less than the header says.
        if (packet.Payload.Length < packet.PayloadLength && captured.WireLength <= captured.Data.Length)
            packet.Oddities |= PacketOddities.IpLength;
        if (outcome == DecodeOutcome.Ip)
            TakeIp(ref packet);
        else
            TakeOther(outcome, ref packet);
    }

    /// <summary>Time passed without a packet.</summary>
    /// <param name="time">Nanoseconds since the epoch.</param>
    public void Advance(long time)
    {
        _now = Math.Max(_now, time);
        while (_fragments.GiveUp(_now, all: false) is { } late)
            TakeDatagram(late, time, 0, null);
        engine.Advance(time);
    }

    /// <summary>Gives up what is incomplete and ends all flows.</summary>
    public void Finish()
    {
        while (_fragments.GiveUp(_now, all: true) is { } datagram)
            TakeDatagram(datagram, _now, 0, null);
        Counters.FragmentWork = _fragments.Work;
        engine.Finish();
    }

    private void TakeIp(ref Packet packet, int depth = 0, string? tunnel = null)
    {
        if ((packet.Oddities & PacketOddities.Checksum) != 0)
            Drop(packet.Time);
        else if (packet.IsFragment)
            TakeFragment(ref packet, depth, tunnel);
        else
            TakeWhole(in packet, depth, tunnel);
    }

    private void Drop(long time)
    {
        Counters.BadChecksums++;
        Counters.Note(Weird.BadChecksum, time);
    }

    private void TakeOther(DecodeOutcome outcome, ref Packet packet)
    {
        switch (outcome)
        {
            case DecodeOutcome.Ip:
                TakeIp(ref packet);
                break;
            case DecodeOutcome.NotIp:
                Counters.NotIp++;
                break;
            case DecodeOutcome.Aggregate:
                TakeAggregate(packet.Payload, packet.Time);
                break;
            case DecodeOutcome.Protected:
                Counters.Protected++;
                break;
            case DecodeOutcome.Malformed:
                Counters.Malformed++;
                Counters.Note(Weird.MalformedFrame, packet.Time);
                break;
            case DecodeOutcome.UnknownLink:
                Counters.UnknownLinkType++;
                Counters.Note(Weird.UnknownLinkType, packet.Time);
                break;
        }
    }

    private void TakeAggregate(ReadOnlySpan<byte> rest, long time)
    {
        var packet = new Packet { Time = time, Verify = _verify };
        while (WirelessDecoder.TryNext(ref rest, ref packet, out var outcome))
        {
            TakeOther(outcome, ref packet);
            packet = new Packet { Time = time, Verify = _verify };
        }
    }

    private int TakeWhole(in Packet packet, int depth, string? tunnel)
    {
        var index = engine.Take(in packet);
        if (tunnel is not null)
            engine.SetTunnel(index, tunnel);
        if (packet.Oddities != PacketOddities.None)
            engine.NoteOddities(index, packet.Oddities, packet.Time);
        if (engine.MayBeTunnel(index, packet.Protocol) && packet.Payload.Length >= 4)
            TakeTunnel(index, in packet, depth);
        return index;
    }

    private void TakeTunnel(int index, in Packet packet, int depth)
    {
        if (!TunnelDecoder.TryOpen(in packet, out var view))
        {
            if (packet.Protocol != IpProtocol.Udp || !CapwapTunnel.Resembles(packet.Payload))
                engine.NoTunnel(index);
            return;
        }

        if (depth == DeepestTunnel)
        {
            engine.Note(index, Weird.TunnelDepth, packet.Time);
            return;
        }

        var inner = default(Packet);
        inner.Time = packet.Time;
        inner.Verify = _verify;
        inner.Context = ((uint)(depth + 1) << 24) | view.Network;
        if (TunnelDecoder.Decode(in view, ref inner) != DecodeOutcome.Ip)
            return;
        var uid = engine.MarkTunnel(index, view.App);
        TakeIp(ref inner, depth + 1, uid);
    }

    private void TakeFragment(ref Packet fragment, int depth, string? tunnel)
    {
        Counters.Fragments++;
        var time = fragment.Time;
        if (_fragments.Add(in fragment) is { } whole)
            TakeDatagram(whole, time, depth, tunnel);
        while (_fragments.GiveUp(_now, all: false) is { } late)
            TakeDatagram(late, time, 0, null);
    }

    private void TakeDatagram(Datagram datagram, long time, int depth, string? tunnel)
    {
        var packet = default(Packet);
        packet.Time = datagram.Facts.Incomplete ? datagram.Started : time;
        packet.Verify = _verify && !datagram.Facts.Incomplete;
        datagram.Fill(ref packet);
        if (packet.PayloadLength == 0)
            packet.Oddities = PacketOddities.None;
        else
            IpDecoder.Behind(ref packet);
        packet.Oddities &= ~PacketOddities.TransportHeader;
        if ((packet.Oddities & PacketOddities.Checksum) != 0)
        {
            Drop(time);
        }
        else if (!packet.IsFragment)
        {
            var index = TakeWhole(in packet, depth, tunnel);
            engine.NoteFragments(index, in datagram.Facts, packet.Time, FloodSize);
            Counters.FragmentEvictions += datagram.Facts.Incomplete ? 1 : 0;
        }

        _fragments.Release(datagram);
    }

    /// <summary>A frame that was looked at, and not taken yet.</summary>
    private struct Ahead
    {
        public PlainPacket Packet;
        public FlowKey Key;
        public uint Hash;
        public int Side;
        public int Slot;
        public bool IsPlain;
    }
}
