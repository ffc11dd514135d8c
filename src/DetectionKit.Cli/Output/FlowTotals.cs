using System.Text.Json;
using DetectionKit.Testing.Snapshots;
using DetectionKit.Traffic;

namespace DetectionKit.Cli.Output;

/// <summary>The sums of all captures of one command: <c>{"packets","bytes","flows","apps":{name:count}}</c>.</summary>
internal sealed class FlowTotals
{
    private readonly SortedDictionary<string, long> _apps = new(StringComparer.Ordinal);
    private long _packets;
    private long _bytes;
    private long _flows;

    /// <summary>Adds a capture's sums.</summary>
    /// <param name="counters">The sums.</param>
    public void Add(TrafficCounters counters)
    {
        _packets += counters.Packets;
        _bytes += counters.Bytes;
        _flows += counters.Flows;
        foreach (var (app, count) in counters.Apps())
            _apps[app] = _apps.GetValueOrDefault(app) + count;
    }

    /// <summary>Writes the line.</summary>
    /// <param name="output">Where to.</param>
    public void Write(Stream output)
    {
        using (var json = new Utf8JsonWriter(output, RowJson.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("packets", _packets);
            json.WriteNumber("bytes", _bytes);
            json.WriteNumber("flows", _flows);
            json.WriteStartObject("apps");
            foreach (var (app, count) in _apps)
                json.WriteNumber(app, count);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
