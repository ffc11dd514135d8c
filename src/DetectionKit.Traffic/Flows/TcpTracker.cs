using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <summary>What a TCP segment's header tells about its flow: handshake, sequence numbers, retransmission, gaps, end.</summary>
internal static class TcpTracker
{
    /// <summary>A RST further than this from the sender's sequence is not believed.</summary>
    private const int RstWindow = 1 << 20;

    /// <summary>Whether a segment begins a new flow on a 5-tuple that is still held by an old one.</summary>
    /// <param name="flow">The old flow.</param>
    /// <param name="side">Who sent the segment.</param>
    /// <param name="p">The segment.</param>
    public static bool BeginsAnew(in Flow flow, int side, in Packet p)
    {
        if ((p.Flags & (TcpFlags.Syn | TcpFlags.Ack)) != TcpFlags.Syn)
            return false;
        ref readonly var me = ref side == 0 ? ref flow.A : ref flow.B;
        if ((me.Facts & SideFacts.Syn) != 0 && me.InitialSequence == p.Sequence)
            return false;
        return flow.Has(FlowFacts.Closed) || flow.HasData || ((flow.A.Facts | flow.B.Facts) & (SideFacts.Fin | SideFacts.Rst)) != 0;
    }

    /// <summary>Takes a segment's header.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="side">Who sent it.</param>
    /// <param name="p">The segment.</param>
    /// <returns>What was odd, or null.</returns>
    public static Weird? Take(ref Flow flow, int side, in Packet p)
    {
        ref var me = ref side == 0 ? ref flow.A : ref flow.B;
        ref readonly var peer = ref side == 0 ? ref flow.B : ref flow.A;
        var flags = p.Flags;
        me.Flags |= flags;
        Weird? odd = null;
        var sequence = p.Sequence;
        if ((flags & TcpFlags.Syn) != 0)
        {
            if ((flags & (TcpFlags.Fin | TcpFlags.Rst)) != 0)
            {
                FlowHistory.Note(ref flow, 'Q', side);
                odd = Weird.BadTcpFlags;
            }

            TakeSyn(ref flow, ref me, side, in p);
            sequence = unchecked(sequence + 1);
        }
        else if ((me.Facts & SideFacts.Sequence) == 0)
        {
            me.Facts |= SideFacts.Sequence;
            me.NextSequence = sequence;
        }

        if (p.PayloadLength > 0)
            TakeData(ref flow, ref me, side, sequence, p.PayloadLength);
        else if ((me.Facts & SideFacts.Acknowledged) == 0 && (flags & (TcpFlags.Syn | TcpFlags.Fin | TcpFlags.Rst | TcpFlags.Ack)) == TcpFlags.Ack)
            TakeAcknowledgement(ref flow, ref me, side);

        if ((flags & (TcpFlags.Fin | TcpFlags.Rst)) != 0)
            TakeEnd(ref flow, ref me, in peer, side, in p, ref odd);
        if (p.Window == 0 && (flags & (TcpFlags.Rst | TcpFlags.Syn | TcpFlags.Fin)) == 0)
            FlowHistory.Note(ref flow, 'W', side);
        if (!flow.Has(FlowFacts.Answered) && IsAnswered(in me, in peer, flags))
            flow.Facts |= FlowFacts.Answered;
        return odd;
    }

    private static void TakeSyn(ref Flow flow, ref FlowSide me, int side, in Packet p)
    {
        var answer = (p.Flags & TcpFlags.Ack) != 0;
        FlowHistory.Note(ref flow, answer ? 'H' : 'S', side);
        if ((me.Facts & SideFacts.Sequence) == 0 || (me.Facts & SideFacts.Data) == 0)
        {
            me.InitialSequence = p.Sequence;
            me.NextSequence = unchecked(p.Sequence + 1);
        }

        me.Facts |= SideFacts.Sequence | (answer ? SideFacts.SynAck : SideFacts.Syn);
    }

    private static void TakeAcknowledgement(ref Flow flow, ref FlowSide me, int side)
    {
        FlowHistory.Note(ref flow, 'A', side);
        me.Facts |= SideFacts.Acknowledged;
    }

    private static void TakeData(ref Flow flow, ref FlowSide me, int side, uint sequence, int length)
    {
        FlowHistory.Note(ref flow, 'D', side);
        if ((me.Facts & (SideFacts.Syn | SideFacts.SynAck | SideFacts.Data)) == 0)
            me.InitialSequence = unchecked(sequence - 1);
        me.Facts |= SideFacts.Data;
        var ahead = unchecked((int)(sequence - me.NextSequence));
        if (ahead < 0)
            FlowHistory.Note(ref flow, 'T', side);
        var end = unchecked(sequence + (uint)length);
        if (unchecked((int)(end - me.NextSequence)) > 0)
            me.NextSequence = end;
    }

    private static void TakeEnd(ref Flow flow, ref FlowSide me, in FlowSide peer, int side, in Packet p, ref Weird? odd)
    {
        if ((p.Flags & TcpFlags.Rst) != 0)
        {
            var distance = unchecked((int)(p.Sequence - me.NextSequence));
            if ((me.Facts & SideFacts.Data) != 0 && p.Sequence != 0 && Math.Abs((long)distance) > RstWindow)
            {
                odd = Weird.RstOutOfWindow;
                return;
            }

            FlowHistory.Note(ref flow, 'R', side);
            me.Facts |= SideFacts.Rst;
            flow.Facts |= FlowFacts.Closed;
            return;
        }

        FlowHistory.Note(ref flow, 'F', side);
        me.Facts |= SideFacts.Fin;
        if ((peer.Facts & SideFacts.Fin) != 0)
            flow.Facts |= FlowFacts.Closed;
    }

    /// <summary>A handshake that its initiator completed, or data: what a flood of SYNs does not have.</summary>
    private static bool IsAnswered(in FlowSide me, in FlowSide peer, TcpFlags flags) =>
        ((me.Facts | peer.Facts) & SideFacts.Data) != 0
        || ((flags & (TcpFlags.Ack | TcpFlags.Syn | TcpFlags.Rst)) == TcpFlags.Ack && (peer.Facts & (SideFacts.SynAck | SideFacts.Syn)) != 0);
}
