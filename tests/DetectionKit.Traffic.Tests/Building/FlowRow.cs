using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Tests.Building;

/// <summary>What tests look at of a flow.</summary>
internal sealed record FlowRow(
    string Source, int SourcePort, string Destination, int DestinationPort, string Transport, string? App, AppState State, string ConnState, string History,
    long PacketsOut, long PacketsIn, long BytesOut, long BytesIn, string Uid, string CommunityId, string? TunnelUid, string Weirds, string? Conflict,
    string Inner, int? Vlan, long Fragments)
{
    /// <summary>Runs a capture and collects its flows.</summary>
    public static List<FlowRow> Run(byte[] capture, TrafficOptions? options = null) => Run(capture, out _, options);

    /// <summary>Runs a capture, collects its flows, and gives what came of it.</summary>
    public static List<FlowRow> Run(byte[] capture, out CaptureSummary summary, TrafficOptions? options = null)
    {
        var rows = new Rows();
        using var reader = CaptureReader.Open(new MemoryStream(capture));
        summary = new TrafficEngine("test.pcap", options, rows).Run(reader);
        // What a parser throws ends no run, so a test that provokes it without meaning to would not see it.
        if (options is null || ReferenceEquals(options.Identifiers, IdentifierCatalogue.All))
            Assert.That(summary.Counters.WeirdTotals(), Does.Not.ContainKey(WeirdNames.Name(Weird.ParserFailure)));
        return rows.List;
    }

    /// <summary>Collects flows.</summary>
    internal sealed class Rows : IFlowSink
    {
        /// <summary>Those that were kept.</summary>
        public List<FlowRow> List { get; } = [];

        /// <summary>Which to keep.</summary>
        public Func<FlowRow, bool> Keep { get; init; } = _ => true;

        public void OnFlow(in FlowView f)
        {
            var row = Row(in f);
            if (Keep(row))
                List.Add(row);
        }

        private static FlowRow Row(in FlowView f) => new(
            f.SourceAddress.ToString(), f.SourcePort, f.DestinationAddress.ToString(), f.DestinationPort, f.Transport, f.App, f.AppState, f.ConnState,
            f.History, f.PacketsOut, f.PacketsIn, f.BytesOut, f.BytesIn, f.Uid, f.CommunityIdText, f.TunnelUid,
            string.Join(',', f.Weirds.Select(w => WeirdNames.Name(w.Weird))), f.AppConflict, string.Join(',', f.AppInner), f.Vlan, f.Fragments);
    }
}
