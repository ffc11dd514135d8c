using System.Runtime.CompilerServices;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <content>Packets that change nothing but counters: most of a capture's.</content>
internal sealed partial class FlowEngine
{
    private const TcpFlags Eventful = TcpFlags.Syn | TcpFlags.Fin | TcpFlags.Rst;

    /// <summary>
    /// Takes a packet of a known flow that needs no look at its bytes and adds no letter to the history. Says false where it may need more:
    /// then nothing was counted, and <c>Take</c> does what there is to do.
    /// </summary>
    /// <param name="p">The packet.</param>
    /// <param name="key">Its flow's key.</param>
    /// <param name="hash">The key's hash.</param>
    /// <param name="side">Which end sent it.</param>
    /// <param name="index">Where the flow probably is, or -1. Gets the flow's slot; -1: it is a new one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakePlain(in PlainPacket p, in FlowKey key, uint hash, int side, ref int index)
    {
        if (p.Time >= _nextTick)
            Tick(p.Time);
        if (index < 0 || !_flows[index].Has(FlowFacts.Live) || !_flows[index].Key.Is(in key))
            index = _flows.Find(hash, in key);
        if (index < 0)
            return false;
        ref var flow = ref _flows[index];
        ref var me = ref side == 0 ? ref flow.A : ref flow.B;
        if (p.HasPayload && ((flow.Facts & (FlowFacts.Decided | FlowFacts.Followed)) != FlowFacts.Decided || (me.Facts & SideFacts.Unchecked) != 0))
            return false;
        if (!(p.Protocol == IpProtocol.Tcp ? IsPlainSegment(in flow, ref me, in p) : IsPlainDatagram(in flow, in me, in p)))
            return false;
        unchecked
        {
            me.Packets++;
            me.Bytes += p.IpLength;
            me.Payload += p.PayloadLength;
            if (p.Time > flow.End)
                flow.End = p.Time;
            flow.Clock = _now;
        }

        return true;
    }

    /// <summary>Fetches where it says which flow it is that will be asked for soon: before <see cref="Prefetch"/>.</summary>
    /// <param name="hash">The hash of its key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchEntry(uint hash) => _flows.PrefetchEntry(hash);

    /// <summary>Fetches the state of a flow that will be asked for soon.</summary>
    /// <param name="hash">The hash of its key.</param>
    /// <returns>Where it probably is; -1: it is a new one by now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Prefetch(uint hash) => _flows.Prefetch(hash);

    /// <summary>What <see cref="TcpTracker"/> would do, where that is to move the sequence on: established, in order or pure acknowledgement.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlainSegment(in Flow flow, ref FlowSide me, scoped in PlainPacket p)
    {
        if ((p.Flags & Eventful) != 0 || p.Window == 0 || (flow.Facts & (FlowFacts.Answered | FlowFacts.Waiting)) != FlowFacts.Answered)
            return false;
        if (p.PayloadLength > 0)
        {
            if ((me.Facts & (SideFacts.Sequence | SideFacts.Data)) != (SideFacts.Sequence | SideFacts.Data))
                return false;
            unchecked
            {
                if ((int)(p.Sequence - me.NextSequence) < 0)
                    return false;
                var end = p.Sequence + (uint)p.PayloadLength;
                if ((int)(end - me.NextSequence) > 0)
                    me.NextSequence = end;
            }
        }
        else if ((me.Facts & (SideFacts.Sequence | SideFacts.Acknowledged)) != (SideFacts.Sequence | SideFacts.Acknowledged))
        {
            return false;
        }

        me.Flags |= p.Flags;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlainDatagram(in Flow flow, in FlowSide me, scoped in PlainPacket p) =>
        p.PayloadLength > 0 && (me.Facts & SideFacts.Data) != 0 && (flow.Facts & (FlowFacts.NoTunnel | FlowFacts.Waiting)) == FlowFacts.NoTunnel;
}
