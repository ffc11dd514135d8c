using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Verdicts;

/// <content>TCP: streams in order.</content>
internal sealed partial class VerdictEngine
{
    /// <summary>A stream is judged at each segment up to here, then each time it grew by a quarter, and whenever it is the other side's turn.</summary>
    private const int JudgeAlways = 256;

    private const int KeptOfDead = 2048;

    /// <summary>As much of a side's beginning as is held against a verdict that came before it.</summary>
    private const int OpeningLength = 64;

    /// <summary>Takes a segment with payload of a flow that is not decided.</summary>
    /// <param name="index">The flow.</param>
    /// <param name="side">Who sent it.</param>
    /// <param name="p">The segment.</param>
    public void OnSegment(int index, int side, in Packet p)
    {
        var inspection = Open(index);
        var me = inspection.Side(side);
        var sequence = (p.Flags & TcpFlags.Syn) != 0 ? unchecked(p.Sequence + 1) : p.Sequence;
        if (!Rewind(inspection, side, sequence, p.PayloadLength) && (me.Complete || me.Dead))
        {
            if (!Restart(inspection, side))
                return;
        }

        if (!me.Started)
        {
            Start(ref _flows[index], inspection, side, sequence);
            me.Time = p.Time;
        }

        var ahead = unchecked((int)(sequence - me.Expected));
        var bytes = p.Payload;
        if (ahead > 0)
        {
            HoldBack(index, inspection, side, sequence, in p, ahead);
            return;
        }

        if (ahead < 0)
            CompareWithHead(index, me, p.Payload, -(long)ahead, p.Time);
        if (-(long)ahead >= p.PayloadLength)
            return;
        if (me.Held.Count > 0)
        {
            var contradictions = 0;
            bytes = me.Held.Settle(sequence, bytes, _overlap, ref contradictions);
            NoteContradictions(index, contradictions, p.Time);
        }

        bytes = -ahead < bytes.Length ? bytes[-ahead..] : default;
        if (TurnOver(index, inspection, side) || Append(index, inspection, side, bytes, p.Payload.Length < p.PayloadLength))
            return;
        Drain(index, inspection, side);
    }

    /// <summary>A side's stream is at its end: whoever waits for more gets the last word.</summary>
    /// <param name="index">The flow, undecided.</param>
    /// <param name="side">The side.</param>
    public void OnStreamEnd(int index, int side)
    {
        ref var flow = ref _flows[index];
        if (flow.Inspection >= 0 && !flow.Has(FlowFacts.Followed) && _inspections[flow.Inspection].Side(side).Held.Count == 0)
            Complete(index, _inspections[flow.Inspection], side);
    }

    /// <summary>After the verdict: holds what a side that had not spoken begins with against it. Where that is lost, nothing is.</summary>
    /// <param name="index">The flow.</param>
    /// <param name="side">Who sent it.</param>
    /// <param name="p">The packet.</param>
    public void Check(int index, int side, in Packet p)
    {
        ref var flow = ref _flows[index];
        ref var me = ref side == 0 ? ref flow.A : ref flow.B;
        var tcp = flow.Key.Protocol == IpProtocol.Tcp;
        var bytes = p.Payload;
        if (tcp && !Opens(in flow, in me, in p, ref bytes))
            return;
        var said = new Utterance
        {
            Carrier = tcp ? Carrier.Tcp : Carrier.Udp,
            Bytes = bytes,
            WireLength = tcp ? bytes.Length : p.PayloadLength,
            FromStart = tcp && !flow.Has(FlowFacts.Midstream),
            Complete = !tcp,
            Source = flow.Key.AddressOf(side),
            Destination = flow.Key.AddressOf(1 - side),
        };
        var contradicts = Contradicts(index, in said, out var best);
        if (contradicts is null && tcp && bytes.Length < OpeningLength)
        {
            _details.Of(ref flow).Opening = bytes.ToArray();
            return;
        }

        me.Facts &= ~SideFacts.Unchecked;
        if (contradicts is true)
            SetConflict(index, side == 0 ? _appOfIdentifier[best] : flow.App, side == 0 ? flow.App : _appOfIdentifier[best]);
    }

    /// <summary>
    /// Whether a segment is of how a side begins, and what is known of that with it. What a side says later may be another protocol rightly (what a proxy
    /// carries, say); only how it begins can contradict.
    /// </summary>
    private bool Opens(in Flow flow, in FlowSide me, in Packet p, ref ReadOnlySpan<byte> bytes)
    {
        var opening = _details.Find(in flow)?.Opening ?? [];
        var sequence = (p.Flags & TcpFlags.Syn) != 0 ? unchecked(p.Sequence + 1) : p.Sequence;
        var at = unchecked((int)(sequence - me.InitialSequence - 1));
        if (at < 0 || at > opening.Length || at + bytes.Length <= opening.Length)
            return false;
        if (opening.Length > 0)
            bytes = (byte[])[.. opening, .. bytes[(opening.Length - at)..]];
        return true;
    }

    /// <summary>Whether bytes are decisive for another protocol than the verdict's; null: more of them may tell.</summary>
    private bool? Contradicts(int index, in Utterance said, out int best)
    {
        var table = said.Carrier == Carrier.Tcp ? _catalogue.Tcp : _catalogue.Udp;
        var candidates = table.All;
        table.Narrow(ref candidates, said.Bytes);
        var app = _flows[index].App;
        var (bits, fits, open) = (0, false, false);
        best = -1;
        // Nearly always the verdict's own protocol says yes, and then nobody else is asked.
        foreach (var i in candidates)
        {
            if (_appOfIdentifier[i] != app)
                continue;
            var kind = Ask(i, index, in said).Kind;
            if (kind == ClaimKind.Yes)
                return false;
            fits |= kind == ClaimKind.More;
        }

        open = fits;
        foreach (var i in candidates)
        {
            if (_appOfIdentifier[i] == app)
                continue;
            var claim = Ask(i, index, in said);
            open |= claim.Kind == ClaimKind.More;
            if (claim.Kind == ClaimKind.Yes && claim.Bits > bits)
                (best, bits) = (i, claim.Bits);
        }

        return bits >= Evidence.Decisive && !fits ? true : open ? null : false;
    }

    private static void Start(ref Flow flow, Inspection inspection, int side, uint sequence)
    {
        var me = inspection.Side(side);
        ref readonly var state = ref side == 0 ? ref flow.A : ref flow.B;
        me.Started = true;
        me.FromStart = (state.Facts & (SideFacts.Syn | SideFacts.SynAck)) != 0;
        me.First = me.Expected = me.FromStart ? unchecked(state.InitialSequence + 1) : sequence;
    }

    /// <summary>A stream whose beginning is not there may begin a message at a later segment: it is tried anew a few times.</summary>
    private bool Restart(Inspection inspection, int side)
    {
        var me = inspection.Side(side);
        if (me.FromStart || me.Complete || me.Ordinal >= MostRestarts)
            return false;
        var tries = me.Ordinal + 1;
        me.Clear(_bytes);
        inspection.Tally.Clear(side);
        me.Ordinal = tries;
        me.Candidates = _catalogue.Tcp.All;
        return true;
    }

    /// <summary>What comes again is held against what was said the first time, as far as that is still there; a probe's single byte may be anything.</summary>
    private void CompareWithHead(int index, InspectionSide me, ReadOnlySpan<byte> bytes, long behind, long time)
    {
        var head = me.Head.Bytes;
        if (me.Dead || behind > head.Length || (behind == 1 && bytes.Length == 1))
            return;
        var said = head[(int)(head.Length - behind)..];
        var length = Math.Min(said.Length, bytes.Length);
        if (!said[..length].SequenceEqual(bytes[..length]))
            NoteContradictions(index, 1, time);
    }

    private void NoteContradictions(int index, int count, long time)
    {
        if (count > 0)
            _details.Of(ref _flows[index]).Count(Weird.RetransmissionInconsistent, time, count);
    }

    /// <summary>
    /// Where the beginning is not there, the first segment seen need not be the first one said: one that ends where it begins goes before it. And one
    /// far behind it shows that it was out of every window, unless it was understood.
    /// </summary>
    private bool Rewind(Inspection inspection, int side, uint sequence, int length)
    {
        const int window = 1 << 20;
        var me = inspection.Side(side);
        var before = unchecked((int)(me.First - sequence));
        if (me.FromStart || !me.Started || me.Complete || me.Ordinal >= MostRestarts || before <= 0)
            return false;
        if (before > window && inspection.Tally.BestOf(side).Bits < Evidence.Sufficient)
            return Restart(inspection, side);
        if (before != length || inspection.Side(1 - side).Started)
            return false;
        var (first, tries, contradictions) = (me.First, me.Ordinal + 1, 0);
        if (me.Head.Length > 0)
            me.Held.Hold(first, me.Head.Bytes, _bytes, _overlap, ref contradictions);
        me.Head.Clear(_bytes);
        inspection.Tally.Clear(side);
        (me.Ordinal, me.Started, me.Dead, me.Positions, me.Judged, me.Candidates) = (tries, false, false, 0, 0, _catalogue.Tcp.All);
        return true;
    }

    private void HoldBack(int index, Inspection inspection, int side, uint sequence, in Packet p, int ahead)
    {
        var me = inspection.Side(side);
        // What lies behind the head's end is never needed; a receiver's window is not much larger.
        if (ahead >= BytePool.Largest || p.Payload.IsEmpty)
            return;
        var contradictions = 0;
        var held = me.Held.Hold(sequence, p.Payload, _bytes, _overlap, ref contradictions);
        NoteContradictions(index, contradictions, p.Time);
        if (held)
            return;
        _details.Of(ref _flows[index]).Count(Weird.ReorderLimit, p.Time);
        if (!SkipLostBeginning(index, inspection, side))
        {
            Complete(index, inspection, side);
            return;
        }

        if (!inspection.IsOpen || me.Complete || !me.Held.Hold(sequence, p.Payload, _bytes, _overlap, ref contradictions))
            return;
        Drain(index, inspection, side);
    }

    /// <summary>What a side said first was not captured and does not come any more: the first that was held begins a stream whose beginning is not there. False: nothing is held so.</summary>
    private bool SkipLostBeginning(int index, Inspection inspection, int side)
    {
        var me = inspection.Side(side);
        if (!me.FromStart || !me.Started || me.Head.Length > 0 || me.Held.Count == 0)
            return false;
        me.FromStart = false;
        me.First = me.Expected = me.Held.FirstSequence;
        Drain(index, inspection, side);
        return true;
    }

    /// <summary>Before a side is heard, what the other one said last is judged. True: that decided.</summary>
    private bool TurnOver(int index, Inspection inspection, int side)
    {
        if (inspection.FirstSpeaker < 0)
            inspection.FirstSpeaker = side;
        var peer = inspection.Side(1 - side);
        return peer.Head.Length > peer.Judged && JudgeStream(index, inspection, 1 - side, peer.Head.Bytes);
    }

    /// <summary>Adds bytes in order. True: the flow is decided or given up.</summary>
    private bool Append(int index, Inspection inspection, int side, ReadOnlySpan<byte> bytes, bool cut)
    {
        var me = inspection.Side(side);
        me.Expected = unchecked(me.Expected + (uint)bytes.Length);
        if (me.Dead)
        {
            // Without its beginning, what was heard may turn out to be the rest of what comes late.
            if (!me.FromStart && me.Head.Length + bytes.Length <= KeptOfDead)
                me.Head.Append(bytes, _bytes);
            return false;
        }

        var full = cut || me.Head.Length + bytes.Length >= BytePool.Largest;
        if (me.Head.Length == 0 && !full)
        {
            // Most flows are decided here, on the packet's own bytes.
            if (JudgeStream(index, inspection, side, bytes))
                return true;
            me.Head.Append(bytes, _bytes);
        }
        else
        {
            me.Head.Append(bytes, _bytes);
            if (full)
            {
                Complete(index, inspection, side);
                return !inspection.IsOpen;
            }

            if ((me.Head.Length < JudgeAlways || me.Head.Length - me.Judged >= me.Judged / 4)
                && JudgeStream(index, inspection, side, me.Head.Bytes))
            {
                return true;
            }
        }

        return GiveUp(index, inspection);
    }

    private void Drain(int index, Inspection inspection, int side)
    {
        var me = inspection.Side(side);
        while (!me.Complete && me.Held.TryFirst(me.Expected, out var bytes))
        {
            var decided = !bytes.IsEmpty && Append(index, inspection, side, bytes, cut: false);
            if (decided)
                return;
            if (me.Held.Count > 0)
                me.Held.RemoveFirst(_bytes);
        }
    }

    private bool JudgeStream(int index, Inspection inspection, int side, ReadOnlySpan<byte> bytes)
    {
        ref var flow = ref _flows[index];
        var me = inspection.Side(side);
        me.Judged = bytes.Length;
        if (me.FromStart && ProxyHeader.Measure(bytes) is not 0 and var header)
        {
            if (header < 0 ? !me.Complete : header == bytes.Length)
                return false;
            bytes = bytes[Math.Max(0, header)..];
        }

        return Judge(index, inspection, side, new Utterance
        {
            Carrier = Carrier.Tcp,
            Bytes = bytes,
            Peer = Behind(inspection.Side(1 - side)),
            WireLength = bytes.Length,
            FromStart = me.FromStart,
            Complete = me.Complete,
            SpokeFirst = inspection.FirstSpeaker == side,
            Source = flow.Key.AddressOf(side),
            Destination = flow.Key.AddressOf(1 - side),
        });
    }

    private static ReadOnlySpan<byte> Behind(InspectionSide side) => side.Head.Bytes[(side.FromStart ? Math.Max(0, ProxyHeader.Measure(side.Head.Bytes)) : 0)..];

    private void Complete(int index, Inspection inspection, int side)
    {
        var me = inspection.Side(side);
        if (me.Complete || (SkipLostBeginning(index, inspection, side) && (!inspection.IsOpen || me.Complete)))
            return;
        me.Complete = true;
        me.Held.Clear(_bytes);
        if (me.Head.Length == 0 || me.Dead || !JudgeStream(index, inspection, side, me.Head.Bytes))
            GiveUp(index, inspection);
    }

    /// <summary>Closes the verdict where neither side can change it any more. True: it is closed.</summary>
    private bool GiveUp(int index, Inspection inspection)
    {
        for (var side = 0; side < 2; side++)
        {
            var me = inspection.Side(side);
            if (!me.Complete && (!me.Dead || (!me.FromStart && me.Ordinal < MostRestarts)))
                return false;
        }

        Close(index, inspection);
        return true;
    }
}
