using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Following;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Verdicts;

/// <summary>
/// Finds what flows speak. Holds what both sides said while the verdict is open, asks the identifiers that the first bytes leave in question,
/// and decides by <see cref="Evidence"/>'s rule. Sees no port.
/// </summary>
internal sealed partial class VerdictEngine
{
    private const int MostDatagrams = 16;
    private const int MostRestarts = 8;

    /// <summary>The rule of a verdict that rests on what another flow said.</summary>
    public const string Announced = "announced by another flow";

    private readonly FlowSlab _flows;
    private readonly DetailsPool _details;
    private readonly IdentifierCatalogue _catalogue;
    private readonly ushort[] _appOfIdentifier;
    private readonly BytePool _bytes;
    private readonly InspectionPool _inspections;
    private readonly GroupQueries _groups = new();
    private readonly int _mostInspections;
    private readonly bool _why;
    private readonly OverlapPolicy _overlap;
    private readonly FollowEngine _follow;
    private readonly FreshVerdicts? _fresh;

    public VerdictEngine(FlowSlab flows, DetailsPool details, AppNames apps, TrafficOptions options, string capture, IFlowSink? sink, FreshVerdicts? fresh)
    {
        _fresh = fresh;
        (_flows, _details, _catalogue) = (flows, details, options.Identifiers);
        _appOfIdentifier = new ushort[_catalogue.Count];
        for (var i = 0; i < _appOfIdentifier.Length; i++)
            _appOfIdentifier[i] = apps.Of(_catalogue.AppOf(i));
        _bytes = new(options.MaxHeadBytes);
        _inspections = new(_bytes);
        _mostInspections = options.MaxOpenVerdicts;
        _why = options.Evidence;
        _overlap = options.Overlap;
        _follow = new(flows, details, apps, _bytes, options.ProtocolFacts, capture, sink) { OpenInner = OpenInner, OnInner = OnInner, Overlap = options.Overlap };
    }

    /// <summary>How often a verdict was closed early for want of room.</summary>
    public long Evictions { get; private set; }

    /// <summary>Bytes shown to identifiers, each time and to each of them, and one more each time.</summary>
    public long Work { get; private set; }

    /// <summary>Reads identified flows on.</summary>
    public FollowEngine Following => _follow;

    /// <summary>Closes the verdict of a flow that ends.</summary>
    /// <param name="index">The flow.</param>
    public void Finish(int index)
    {
        ref var flow = ref _flows[index];
        var inspection = OpenInspection(index, in flow);
        if (inspection is not null)
        {
            if (flow.Key.Protocol == IpProtocol.Tcp)
            {
                for (var side = 0; side < 2 && inspection.IsOpen; side++)
                    Complete(index, inspection, side);
            }

            if (inspection.IsOpen)
                Close(index, inspection);
        }

        _follow.Finish(index);
        if (flow.App == 0 && flow.HasData && _details.Find(in flow) is { AnnouncedApp: not 0 and var announced })
            Set(index, announced, Announced);
        if (flow.App == 0)
            flow.State = flow.HasData ? AppState.Unidentified : AppState.NoData;
    }

    /// <summary>Decides a flow from outside: by a tunnel's content, or by what another flow announced.</summary>
    /// <param name="index">The flow, undecided.</param>
    /// <param name="app">The verdict.</param>
    /// <param name="rule">Why; a constant.</param>
    public void Set(int index, ushort app, string rule)
    {
        if (_why)
            _details.Of(ref _flows[index]).Evidence = new(rule, 0, "", "");
        ref var flow = ref _flows[index];
        flow.App = app;
        flow.State = AppState.Identified;
        flow.Facts |= FlowFacts.Decided;
        _fresh?.Add(index);
        if (flow.Inspection >= 0 && !flow.Has(FlowFacts.Followed))
            Release(ref flow, _inspections[flow.Inspection]);
    }

    private Inspection? OpenInspection(int index, in Flow flow)
    {
        var open = flow.Has(FlowFacts.Followed) ? _follow.OpenInspection(in flow) : flow.Inspection;
        // A verdict on what is inside may have been closed for want of room, and its place given to another flow.
        return open >= 0 && _inspections[open] is { IsOpen: true } inspection && inspection.Flow == index ? inspection : null;
    }

    private Inspection Open(int index)
    {
        ref var flow = ref _flows[index];
        if (flow.Inspection < 0)
        {
            flow.Inspection = OpenNew(index, flow.Key.Protocol == IpProtocol.Tcp ? _catalogue.Tcp : _catalogue.Udp);
        }

        return _inspections[flow.Inspection];
    }

    private int OpenNew(int index, FirstBytesTable table)
    {
        if (_inspections.Count >= _mostInspections || _bytes.IsExhausted)
            Evict();
        var open = _inspections.Open(index);
        _inspections[open].Side(0).Candidates = table.All;
        _inspections[open].Side(1).Candidates = table.All;
        return open;
    }

    private void Evict()
    {
        var first = _inspections.First;
        if (first < 0)
            return;
        var inspection = _inspections[first];
        Evictions++;
        _details.Of(ref _flows[inspection.Flow]).Count(Weird.InspectionLimit, _flows[inspection.Flow].End);
        Close(inspection.Flow, inspection);
    }

    /// <summary>Asks those in question about what a side said. True: the flow is decided.</summary>
    private bool Judge(int index, Inspection inspection, int side, in Utterance said)
    {
        var me = inspection.Side(side);
        var table = said.Carrier == Carrier.Tcp ? _catalogue.Tcp : _catalogue.Udp;
        if (me.Positions < Prefix.Depth)
        {
            table.Narrow(ref me.Candidates, said.Bytes);
            // A datagram is all of its beginning.
            me.Positions = said.Carrier == Carrier.Udp ? Prefix.Depth : said.Bytes.Length;
        }

        var asked = me.Candidates;
        // A further datagram begins as it likes: who could not begin one so is not asked about it, but stays in question.
        if (said.Ordinal > 0 && said.Carrier == Carrier.Udp)
            table.Narrow(ref asked, said.Bytes);
        foreach (var i in asked)
        {
            Work += said.Bytes.Length + 1;
            var claim = Ask(i, index, in said);
            if (claim.Kind == ClaimKind.Yes)
                inspection.Tally.Note(i, side, in claim, said.Ordinal > 0);
            else if (claim.Kind == ClaimKind.No)
                me.Candidates.Remove(i);
        }

        me.Dead = me.Candidates.IsEmpty;
        return Decide(index, inspection, side, said.Bytes, Evidence.Decisive, Evidence.Lead);
    }

    private Claim Ask(int identifier, int index, in Utterance said)
    {
        try
        {
            return _catalogue[identifier].Inspect(in said);
        }
        catch (Exception e) when (ParserFailure.Is(e))
        {
            _details.Of(ref _flows[index]).Count(Weird.ParserFailure, _flows[index].End);
            return Claim.No;
        }
    }

    private bool Decide(int index, Inspection inspection, int side, ReadOnlySpan<byte> bytes, int enough, int lead)
    {
        if (IsConflict(inspection, out var a, out var b))
        {
            DecideConflict(index, inspection, a, b);
            return true;
        }

        var best = inspection.Tally.Best(_catalogue);
        if (best.Bits < enough || best.Bits - best.Second < lead)
            return false;
        ref var flow = ref _flows[index];
        var app = _catalogue.AppOf(best.Identifier);
        if (inspection.IsInner)
        {
            _details.Of(ref flow).AddInner(app);
            if (_follow.FollowsInner(index, app))
                FollowInner(index, inspection, app, side, bytes);
            else
                Release(ref flow, inspection);
            return true;
        }

        flow.App = _appOfIdentifier[best.Identifier];
        flow.State = AppState.Identified;
        var client = inspection.Tally.ClientOf(app, _catalogue);
        if (client >= 0)
            flow.Facts |= client == 0 ? FlowFacts.ClientIsA : FlowFacts.ClientIsB;
        if (_why)
            NoteEvidence(ref flow, inspection, app, best.Bits, side, bytes);
        for (var other = 0; other < 2; other++)
        {
            if (!inspection.Side(other).Started)
                (other == 0 ? ref flow.A : ref flow.B).Facts |= SideFacts.Unchecked;
        }

        flow.Facts |= FlowFacts.Decided;
        _fresh?.Add(index);
        flow.Inspection = -1;
        if (flow.Key.Protocol == IpProtocol.Tcp && _follow.Begin(index) is { } followed)
            HandOver(followed, inspection, side, bytes);
        else if (flow.Key.Protocol != IpProtocol.Tcp && _follow.Begin(index) is not null)
            HandOverDatagrams(index, inspection);
        _inspections.Close(inspection.Index);
        return true;
    }

    /// <summary>What both sides said so far goes to the follower, in the order in which they spoke.</summary>
    private void HandOver(FollowedFlow followed, Inspection inspection, int judged, ReadOnlySpan<byte> bytes)
    {
        for (var turn = 0; turn < 2; turn++)
        {
            var side = turn == 0 ? Math.Max(0, inspection.FirstSpeaker) : 1 - Math.Max(0, inspection.FirstSpeaker);
            var (from, to) = (inspection.Side(side), followed.Side(side));
            if (!from.Started)
                continue;
            var said = side == judged && !bytes.IsEmpty ? bytes : from.Head.Bytes;
            if (from.FromStart)
                said = said[Math.Max(0, ProxyHeader.Measure(said))..];
            to.Started = true;
            to.Expected = unchecked(from.Expected - (uint)said.Length);
            (to.Held, from.Held) = (from.Held, to.Held);
            _follow.Time = from.Time;
            if (!said.IsEmpty && !_follow.Deliver(followed, side, said))
                return;
        }
    }

    /// <summary>The datagrams before the one that decided: the latest of each side is still there.</summary>
    private void HandOverDatagrams(int index, Inspection inspection)
    {
        var first = Math.Max(0, inspection.FirstSpeaker);
        for (var turn = 0; turn < 2 && _flows[index].Has(FlowFacts.Followed); turn++)
        {
            var side = turn == 0 ? first : 1 - first;
            var from = inspection.Side(side);
            if (from.Head.Length > 0)
                _follow.OnDatagram(index, side, from.Head.Bytes, from.Time);
        }
    }

    private int OpenInner(int index)
    {
        var open = OpenNew(index, _catalogue.Tcp);
        _inspections[open].IsInner = true;
        return open;
    }

    private bool OnInner(int index, int open, int side, ReadOnlySpan<byte> bytes)
    {
        var inspection = _inspections[open];
        if (!inspection.IsOpen || inspection.Flow != index)
            return false;
        var me = inspection.Side(side);
        if (me.Complete || me.Dead)
            return true;
        me.Started = me.FromStart = true;
        if (!TurnOver(index, inspection, side))
            return !Append(index, inspection, side, bytes, cut: false);
        _follow.FeedInner(index, side, bytes);
        return false;
    }

    /// <summary>What was said inside so far is copied: reading it may open the next verdict, which may take this one's room.</summary>
    private void FollowInner(int index, Inspection inspection, string app, int judged, ReadOnlySpan<byte> bytes)
    {
        var first = Math.Max(0, inspection.FirstSpeaker);
        var a = judged == 0 && !bytes.IsEmpty ? bytes.ToArray() : inspection.Side(0).Head.Bytes.ToArray();
        var b = judged == 1 && !bytes.IsEmpty ? bytes.ToArray() : inspection.Side(1).Head.Bytes.ToArray();
        Release(ref _flows[index], inspection);
        _follow.FollowInner(index, app, first, a, b);
    }

    private bool IsConflict(Inspection inspection, out int a, out int b)
    {
        (a, b) = (-1, -1);
        if (inspection.IsInner)
            return false;
        var first = inspection.Tally.BestOf(0);
        var second = inspection.Tally.BestOf(1);
        if (first.Bits < Evidence.Decisive || second.Bits < Evidence.Decisive || _appOfIdentifier[first.Identifier] == _appOfIdentifier[second.Identifier])
            return false;
        (a, b) = (first.Identifier, second.Identifier);
        return !inspection.Tally.Has(a, 1) && !inspection.Tally.Has(b, 0);
    }

    private void DecideConflict(int index, Inspection inspection, int a, int b)
    {
        ref var flow = ref _flows[index];
        // Who asks is told by the bytes of either protocol, where they tell.
        var client = inspection.Tally.ClientOf(_catalogue.AppOf(a), _catalogue);
        if (client < 0)
            client = inspection.Tally.ClientOf(_catalogue.AppOf(b), _catalogue);
        if (client >= 0)
            flow.Facts |= client == 0 ? FlowFacts.ClientIsA : FlowFacts.ClientIsB;
        SetConflict(index, _appOfIdentifier[a], _appOfIdentifier[b]);
        Release(ref flow, inspection);
    }

    private void SetConflict(int index, ushort appOfA, ushort appOfB)
    {
        ref var flow = ref _flows[index];
        var originator = Orientation.Originator(in flow);
        var details = _details.Of(ref flow);
        flow.State = AppState.Conflict;
        flow.App = originator == 0 ? appOfB : appOfA;
        details.ConflictApp = originator == 0 ? appOfA : appOfB;
        details.Count(Weird.ProtocolConflict, flow.End);
        _fresh?.Add(index);
    }

    private void NoteEvidence(ref Flow flow, Inspection inspection, string app, int bits, int side, ReadOnlySpan<byte> bytes)
    {
        var (rule, about) = inspection.Tally.RuleOf(app, _catalogue);
        if (about != side || bytes.IsEmpty)
            bytes = inspection.Side(about).Head.Bytes;
        var first = Convert.ToHexStringLower(bytes[..Math.Min(bytes.Length, 32)]);
        _details.Of(ref flow).Evidence = new(rule, bits, first, about == Orientation.Originator(in flow) ? "src" : "dest");
    }

    /// <summary>Nothing more will come: what is sufficient decides.</summary>
    private void Close(int index, Inspection inspection)
    {
        if (!Decide(index, inspection, 0, default, Evidence.Sufficient, 1))
            Release(ref _flows[index], inspection);
    }

    private void Release(ref Flow flow, Inspection inspection)
    {
        var inner = inspection.IsInner;
        _inspections.Close(inspection.Index);
        if (inner)
            return;
        flow.Facts |= FlowFacts.Decided;
        flow.Inspection = -1;
    }
}
