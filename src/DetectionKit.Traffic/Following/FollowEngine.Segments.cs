using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Verdicts;

namespace DetectionKit.Traffic.Following;

/// <content>TCP: segments to bytes in order, and those to the follower.</content>
internal sealed partial class FollowEngine
{
    /// <summary>How often a byte is shown on average before it becomes dear.</summary>
    private const int MostShown = 16;

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

    private bool Feed(FollowedFlow followed, int side, ReadOnlySpan<byte> bytes)
    {
        if (followed.InnerBegan)
            return HandInner(followed, side, bytes);
        // What was put off is read before it is answered.
        if (followed.Side(1 - side).IsPutOff)
        {
            ReadPending(followed, 1 - side);
            if (!GoesOn(followed, 1 - side))
                return false;
            if (followed.InnerBegan)
                return HandInner(followed, side, bytes);
        }

        var me = followed.Side(side);
        me.Came += bytes.Length;
        if (me.Pending.Length == 0)
        {
            me.Pending.Append(Consume(followed, side, bytes), _bytes);
            me.Seen = me.Pending.Length;
        }
        else
        {
            var room = BytePool.Largest - me.Pending.Length;
            me.Pending.Append(bytes, _bytes);
            if (followed.Follower is { ReadsLines: true } ? bytes.Contains((byte)'\n') || me.Pending.Length == BytePool.Largest : IsWorthAsking(me))
                ReadPending(followed, side);
            if (bytes.Length > room)
                me.Pending.Append(bytes[room..], _bytes);
        }

        return GoesOn(followed, side);
    }

    /// <summary>
    /// Whether the follower sees what it left before together with what came since: always, until that has become dear (a stream in tiny segments); then
    /// each time that it grew by a quarter, when the other side speaks, and at the end. So the work stays linear. Who reads lines is asked where one ends, so
    /// that an announcement is known before what it announces.
    /// </summary>
    private static bool IsWorthAsking(FollowedSide me) =>
        me.Shown <= MostShown * (me.Came + 64) || me.Pending.Length - me.Seen >= me.Seen / 4 || me.Pending.Length == BytePool.Largest;

    private void ReadPending(FollowedFlow followed, int side)
    {
        var me = followed.Side(side);
        var rest = Consume(followed, side, me.Pending.Bytes).Length;
        me.Pending.Drop(me.Pending.Length - rest);
        me.Seen = rest;
    }

    /// <summary>After the follower was asked: false where it is done or its room is full; opens what it said is inside.</summary>
    private bool GoesOn(FollowedFlow followed, int side)
    {
        if (followed.IsDone || followed.Side(side).Pending.Length == BytePool.Largest)
        {
            End(followed.Flow);
            return false;
        }

        return !followed.InnerBegan || BeginInner(followed, side);
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
        me.Seen = 0;
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

    private static void Start(ref Flow flow, FollowedSide me, int side, uint sequence)
    {
        ref readonly var state = ref side == 0 ? ref flow.A : ref flow.B;
        me.Started = true;
        me.Expected = (state.Facts & (SideFacts.Syn | SideFacts.SynAck)) != 0 ? unchecked(state.InitialSequence + 1) : sequence;
    }

    private ReadOnlySpan<byte> Consume(FollowedFlow followed, int side, ReadOnlySpan<byte> bytes)
    {
        var me = followed.Side(side);
        while (!bytes.IsEmpty && !followed.IsDone && !followed.InnerBegan)
        {
            var consumed = Ask(followed, side, bytes, me.AfterGap, me.Lost);
            var shown = consumed > 0 ? Math.Min(consumed, bytes.Length) : bytes.Length;
            me.Shown += shown;
            Work += shown + 1;
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
}
