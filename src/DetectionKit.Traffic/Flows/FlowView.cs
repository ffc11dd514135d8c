using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <summary>A flow that ended, or that goes on, seen from its originator (<c>src</c>). What is not asked for is not computed. Valid during the call only.</summary>
public readonly ref struct FlowView
{
    private readonly ref readonly Flow _flow;
    private readonly FlowDetails? _details;
    private readonly AppNames _apps;
    private readonly int _originator;

    internal FlowView(ref readonly Flow flow, FlowDetails? details, AppNames apps, string capture)
    {
        _flow = ref flow;
        _details = details;
        _apps = apps;
        _originator = Orientation.Originator(in flow);
        Capture = capture;
    }

    /// <summary>The capture's path, as given.</summary>
    public string Capture { get; }

    /// <summary>The first packet's time.</summary>
    public Timestamp Start => new(_flow.Start);

    /// <summary>The last packet's time.</summary>
    public Timestamp End => new(_flow.End);

    /// <summary>Seconds between them.</summary>
    public double Duration => Math.Max(0, _flow.End - _flow.Start) / 1e9;

    /// <summary>The flow's own identifier.</summary>
    public string Uid => FlowUid.Of(in _flow);

    /// <summary>The how-manieth flow of the capture it is, from 0, by its first packet.</summary>
    public long Ordinal => _flow.Ordinal;

    /// <summary>Community ID, version 1, seed 0.</summary>
    public string CommunityIdText => CommunityId.Of(
        SourceAddress, _flow.Key.PortOf(_originator), DestinationAddress, _flow.Key.PortOf(1 - _originator), _flow.Key.Protocol, _flow.Has(FlowFacts.OneWay));

    /// <summary>The originator's address.</summary>
    public IpAddress SourceAddress => _flow.Key.AddressOf(_originator);

    /// <summary>The responder's address.</summary>
    public IpAddress DestinationAddress => _flow.Key.AddressOf(1 - _originator);

    /// <summary>Whether the protocol has ports.</summary>
    public bool HasPorts => Packets.IpProtocol.HasPorts(_flow.Key.Protocol);

    /// <summary>The originator's port; 0 where there are none.</summary>
    public int SourcePort => HasPorts ? _flow.Key.PortOf(_originator) : 0;

    /// <summary>The responder's port; 0 where there are none.</summary>
    public int DestinationPort => HasPorts ? _flow.Key.PortOf(1 - _originator) : 0;

    /// <summary>4 or 6.</summary>
    public int IpVersion => _flow.Key.IpVersion;

    /// <summary>What IP carries, by number.</summary>
    public int IpProtocol => _flow.Key.Protocol;

    /// <summary>What IP carries, by name: <c>tcp udp icmp icmpv6 gre ip-proto-99</c>.</summary>
    public string Transport => Packets.IpProtocol.Name(_flow.Key.Protocol);

    /// <summary>The application protocol; null where none was identified.</summary>
    public string? App => _flow.App == 0 ? null : _apps[_flow.App];

    /// <summary>How sure that is.</summary>
    public AppState AppState => _flow is { App: 0, HasData: true } ? AppState.Unidentified : _flow.State;

    /// <summary><see cref="AppState"/> as events name it: <c>no_data unidentified identified conflict</c>.</summary>
    public string AppStateText => AppState switch
    {
        AppState.NoData => "no_data",
        AppState.Unidentified => "unidentified",
        AppState.Identified => "identified",
        AppState.Conflict => "conflict",
        _ => "",
    };

    /// <summary>What the originator speaks where the responder speaks <see cref="App"/>; null without a conflict.</summary>
    public string? AppConflict => _details is { ConflictApp: not 0 } ? _apps[_details.ConflictApp] : null;

    /// <summary>Protocols inside the flow's own.</summary>
    public IReadOnlyList<string> AppInner => _details?.Inner ?? (IReadOnlyList<string>)[];

    /// <summary>What the verdict rests on; null unless asked for.</summary>
    public FlowEvidence? Evidence => _details?.Evidence;

    /// <summary>Facts that the protocol's messages gave: (name, value) in order; a name may come again. Empty unless asked for.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Facts => _details?.Facts ?? (IReadOnlyList<KeyValuePair<string, Value>>)[];

    /// <summary>What was odd.</summary>
    public IReadOnlyList<WeirdCount> Weirds => _details?.Weirds ?? (IReadOnlyList<WeirdCount>)[];

    /// <summary>The uid of the tunnel that the flow came out of; null: none.</summary>
    public string? TunnelUid => _details?.TunnelUid;

    /// <summary>Whether the flow carries other flows.</summary>
    public bool IsTunnel => _flow.Has(FlowFacts.Tunnel);

    /// <summary>Whether the flow was told of before, while it went on: that it was identified, or what it had come to.</summary>
    public bool WasTold => _flow.Has(FlowFacts.Reported);

    /// <summary>Zeek's <c>conn_state</c>.</summary>
    public string ConnState => Flows.ConnState.Of(in _flow, _originator);

    /// <summary>Zeek's history.</summary>
    public string History => FlowHistory.Text(in _flow, _originator, _flow.Has(FlowFacts.FirstIsB) != (_originator == 1));

    /// <summary>Bytes from originator to responder, at the IP layer.</summary>
    public long BytesOut => Out.Bytes;

    /// <summary>Bytes from responder to originator, at the IP layer.</summary>
    public long BytesIn => In.Bytes;

    /// <summary>Packets from originator to responder.</summary>
    public long PacketsOut => Out.Packets;

    /// <summary>Packets from responder to originator.</summary>
    public long PacketsIn => In.Packets;

    /// <summary>Payload bytes from originator to responder.</summary>
    public long PayloadOut => Out.Payload;

    /// <summary>Payload bytes from responder to originator.</summary>
    public long PayloadIn => In.Payload;

    /// <summary>All TCP flags of the originator.</summary>
    public TcpFlags FlagsOut => Out.Flags;

    /// <summary>All TCP flags of the responder.</summary>
    public TcpFlags FlagsIn => In.Flags;

    /// <summary>The first packet's time to live: the originator's, or the responder's where only that one sent.</summary>
    public int TimeToLive => Out.Packets > 0 ? Out.TimeToLive : In.TimeToLive;

    /// <summary>The first packet's type of service, as <see cref="TimeToLive"/>.</summary>
    public int TypeOfService => Out.Packets > 0 ? Out.TypeOfService : In.TypeOfService;

    /// <summary>Milliseconds from the first packet to the other end's first one; null: nobody answered.</summary>
    public int? ResponseMilliseconds => _flow.Response > 0 ? _flow.Response - 1 : null;

    /// <summary>The outermost VLAN; null: none.</summary>
    public int? Vlan => (_flow.MacAVlan & 0xFFFF) is var vlan and > 0 ? (int)vlan - 1 : null;

    /// <summary>The originator's hardware address in 48 bits; 0: the link layer has none.</summary>
    public ulong SourceMac => (_originator == 0 ? _flow.MacAVlan : _flow.MacBIcmp) >> 16;

    /// <summary>The responder's hardware address in 48 bits; 0: the link layer has none.</summary>
    public ulong DestinationMac => (_originator == 0 ? _flow.MacBIcmp : _flow.MacAVlan) >> 16;

    /// <summary>ICMP: the first message's type; else null.</summary>
    public int? IcmpType => IsIcmp ? (int)((_flow.MacBIcmp >> 8) & 0xFF) : null;

    /// <summary>ICMP: the first message's code; else null.</summary>
    public int? IcmpCode => IsIcmp ? (int)(_flow.MacBIcmp & 0xFF) : null;

    /// <summary>Fragments that the flow's packets came in.</summary>
    public long Fragments => _details?.Fragments ?? 0;

    /// <summary>Fragments that overlapped others.</summary>
    public long FragmentOverlaps => _details?.FragmentOverlaps ?? 0;

    /// <summary>Fragments that were tiny and not the last.</summary>
    public long TinyFragments => _details?.TinyFragments ?? 0;

    private bool IsIcmp => _flow.Key.Protocol is Packets.IpProtocol.Icmp or Packets.IpProtocol.IcmpV6;

    private ref readonly FlowSide Out => ref _originator == 0 ? ref _flow.A : ref _flow.B;

    private ref readonly FlowSide In => ref _originator == 0 ? ref _flow.B : ref _flow.A;
}
