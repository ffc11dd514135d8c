using System.Globalization;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Cli.Output;

/// <summary>Flows for people, one a line in columns of fixed width, so that they show as they come.</summary>
/// <param name="output">Where to.</param>
internal sealed class FlowTable(TextWriter output) : IFlowSink
{
    private const string Heading = "time (UTC)               src                           dest                          transport  app              bytes out   bytes in";
    private bool _begun;

    /// <inheritdoc/>
    public void OnFlow(in FlowView flow)
    {
        if (!_begun)
            output.WriteLine(Heading);
        _begun = true;
        output.Write(flow.Start.ToUtc().ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture).PadRight(25));
        output.Write(Place(flow.SourceAddress.ToString(), flow.HasPorts ? flow.SourcePort : null).PadRight(29) + " ");
        output.Write(Place(flow.DestinationAddress.ToString(), flow.HasPorts ? flow.DestinationPort : null).PadRight(29) + " ");
        output.Write(flow.Transport.PadRight(11));
        var app = flow.App ?? $"({flow.AppStateText})";
        output.Write((flow.AppConflict is { } conflict ? $"{app} against {conflict}" : app).PadRight(15));
        output.Write(flow.BytesOut.ToString(CultureInfo.InvariantCulture).PadLeft(11));
        output.WriteLine(flow.BytesIn.ToString(CultureInfo.InvariantCulture).PadLeft(11));
    }

    private static string Place(string address, int? port) => port switch
    {
        null => address,
        _ when address.Contains(':', StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"[{address}]:{port}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{address}:{port}"),
    };
}
