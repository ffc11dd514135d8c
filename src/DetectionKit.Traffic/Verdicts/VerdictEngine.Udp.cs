using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Verdicts;

/// <content>UDP: datagrams as they come.</content>
internal sealed partial class VerdictEngine
{
    private const int KeptOfDatagram = 2048;

    /// <summary>Takes note of a datagram to a group, whose unicast replies come here.</summary>
    /// <param name="p">The datagram.</param>
    public void Hear(in Packet p) => _groups.Note(in p);

    /// <summary>Takes a datagram with payload of a flow that is not decided.</summary>
    /// <param name="index">The flow.</param>
    /// <param name="side">Who sent it.</param>
    /// <param name="p">The datagram.</param>
    public void OnDatagram(int index, int side, in Packet p)
    {
        ref var flow = ref _flows[index];
        var opened = flow.Inspection >= 0;
        var inspection = Open(index);
        var destination = flow.Key.AddressOf(1 - side);
        if (destination.IsGroup)
            _groups.Note(in p);
        if (!opened)
            inspection.Group = destination.IsGroup ? destination : _groups.Find(in p);
        if (inspection.FirstSpeaker < 0)
            inspection.FirstSpeaker = side;
        var me = inspection.Side(side);
        if (me.Dead)
            Renew(inspection, side);
        me.Started = true;
        var decided = Judge(index, inspection, side, new Utterance
        {
            Carrier = Carrier.Udp,
            Bytes = p.Payload,
            Peer = inspection.Side(1 - side).Head.Bytes,
            Previous = me.Head.Bytes,
            Ordinal = me.Ordinal,
            WireLength = p.PayloadLength,
            Complete = true,
            SpokeFirst = inspection.FirstSpeaker == side,
            Source = flow.Key.AddressOf(side),
            Destination = destination,
            Group = inspection.Group,
        });
        if (decided)
            return;
        me.Ordinal++;
        me.Time = p.Time;
        me.Head.Empty();
        me.Head.Append(p.Payload[..Math.Min(p.Payload.Length, KeptOfDatagram)], _bytes);
        if (me.Ordinal >= MostDatagrams)
            Close(index, inspection);
    }

    /// <summary>A side that fits nothing so far may have begun with a keep-alive: the next datagram begins anew.</summary>
    private void Renew(Inspection inspection, int side)
    {
        var me = inspection.Side(side);
        me.Candidates = _catalogue.Udp.All;
        me.Positions = 0;
        me.Dead = false;
        // What was enough stays: a message of the protocol was there, whatever comes behind it.
        if (inspection.Tally.BestOf(side).Bits < Evidence.Sufficient)
            inspection.Tally.Clear(side);
    }
}
