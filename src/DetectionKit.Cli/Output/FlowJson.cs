using System.Text.Json;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;
using DetectionKit.Testing.Snapshots;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Cli.Output;

/// <summary>Flows as JSON, one a line, under CIM's names where CIM has one.</summary>
/// <param name="output">Where to; buffered by its owner.</param>
internal sealed class FlowJson(Stream output) : IFlowSink, IDisposable
{
    private static readonly JsonEncodedText Capture = Name("capture");
    private static readonly JsonEncodedText Ts = Name("ts");
    private static readonly JsonEncodedText Uid = Name("uid");
    private static readonly JsonEncodedText CommunityId = Name("community_id");
    private static readonly JsonEncodedText SrcIp = Name("src_ip");
    private static readonly JsonEncodedText SrcPort = Name("src_port");
    private static readonly JsonEncodedText DestIp = Name("dest_ip");
    private static readonly JsonEncodedText DestPort = Name("dest_port");
    private static readonly JsonEncodedText Transport = Name("transport");
    private static readonly JsonEncodedText App = Name("app");
    private static readonly JsonEncodedText State = Name("app_state");
    private static readonly JsonEncodedText BytesIn = Name("bytes_in");
    private static readonly JsonEncodedText BytesOut = Name("bytes_out");
    private static readonly JsonEncodedText PacketsIn = Name("packets_in");
    private static readonly JsonEncodedText PacketsOut = Name("packets_out");
    private static readonly JsonEncodedText Duration = Name("duration");
    private static readonly JsonEncodedText Connection = Name("conn_state");
    private static readonly JsonEncodedText History = Name("history");
    private readonly Utf8JsonWriter _json = new(output, RowJson.Options);

    /// <inheritdoc/>
    public void OnFlow(in FlowView flow)
    {
        _json.WriteStartObject();
        _json.WriteString(Capture, flow.Capture);
        _json.WriteNumber(Ts, flow.Start.Seconds);
        _json.WriteString(Uid, flow.Uid);
        _json.WriteString(CommunityId, flow.CommunityIdText);
        _json.WriteString(SrcIp, flow.SourceAddress.ToString());
        WritePort(SrcPort, flow.HasPorts ? flow.SourcePort : null);
        _json.WriteString(DestIp, flow.DestinationAddress.ToString());
        WritePort(DestPort, flow.HasPorts ? flow.DestinationPort : null);
        _json.WriteString(Transport, flow.Transport);
        if (flow.App is { } app)
            _json.WriteString(App, app);
        else
            _json.WriteNull(App);
        _json.WriteString(State, flow.AppStateText);
        _json.WriteNumber(BytesIn, flow.BytesIn);
        _json.WriteNumber(BytesOut, flow.BytesOut);
        _json.WriteNumber(PacketsIn, flow.PacketsIn);
        _json.WriteNumber(PacketsOut, flow.PacketsOut);
        _json.WriteNumber(Duration, Math.Round(flow.Duration, 6));
        _json.WriteString(Connection, flow.ConnState);
        _json.WriteString(History, flow.History);
        WriteRare(in flow);
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteRare(in FlowView flow)
    {
        if (flow.AppConflict is { } conflict)
            _json.WriteString("app_conflict", conflict);
        if (flow.AppInner.Count > 0)
            WriteTexts("app_inner", flow.AppInner);
        if (flow.IcmpType is { } type)
            _json.WriteNumber("icmp_type", type);
        if (flow.IcmpCode is { } code)
            _json.WriteNumber("icmp_code", code);
        if (flow.Vlan is { } vlan)
            _json.WriteNumber("vlan", vlan);
        if (flow.TunnelUid is { } tunnel)
            _json.WriteString("tunnel_uid", tunnel);
        if (flow.Fragments > 0)
            _json.WriteNumber("fragments", flow.Fragments);
        if (flow.Evidence is { } evidence)
        {
            _json.WriteStartObject("why");
            _json.WriteString("rule", evidence.Rule);
            _json.WriteNumber("bits", evidence.Bits);
            _json.WriteString("bytes", evidence.FirstBytes);
            _json.WriteString("from", evidence.BytesFrom);
            _json.WriteEndObject();
        }

        foreach (var fact in flow.Facts.GroupBy(fact => fact.Key, StringComparer.Ordinal))
            ResultWriter.WriteMember(_json, fact.Key, Value.OfMany(fact.Select(one => one.Value)));
    }

    private void WritePort(JsonEncodedText name, int? port)
    {
        if (port is { } number)
            _json.WriteNumber(name, number);
        else
            _json.WriteNull(name);
    }

    private void WriteTexts(string name, IReadOnlyList<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
            _json.WriteStringValue(text);
        _json.WriteEndArray();
    }

    private static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name);
}
