using System.Globalization;
using System.Text.Json;
using DetectionKit.Cli.Terminals;
using DetectionKit.Testing.Snapshots;
using DetectionKit.Traffic;

namespace DetectionKit.Cli.Output;

/// <summary>
/// The sums of all captures of one command: <c>{"packets","bytes","flows","apps":{name:count}}</c>, then what was left out, which limits were
/// met, and what was odd.
/// </summary>
internal sealed class FlowTotals
{
    private readonly SortedDictionary<string, long> _apps = new(StringComparer.Ordinal);
    private long _packets;
    private long _bytes;
    private readonly SortedDictionary<string, long> _weirds = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, long> _rest = new(StringComparer.Ordinal);
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
        foreach (var (weird, count) in counters.WeirdTotals())
            _weirds[weird] = _weirds.GetValueOrDefault(weird) + count;
        Count("evicted", counters.FlowEvictions);
        Count("verdicts_evicted", counters.VerdictEvictions);
        Count("fragments", counters.Fragments);
        Count("fragments_dropped", counters.FragmentEvictions);
        Count("not_ip", counters.NotIp);
        Count("malformed", counters.Malformed);
        Count("unknown_link_type", counters.UnknownLinkType);
        Count("protected", counters.Protected);
        Count("bad_checksums", counters.BadChecksums);

        void Count(string name, long count) => _rest[name] = _rest.GetValueOrDefault(name) + count;
    }

    /// <summary>Says the sums to a person: a line, and one for each kind of thing that there was any of.</summary>
    /// <param name="terminal">Where to.</param>
    public void Remark(Terminal terminal)
    {
        terminal.Remark(string.Create(CultureInfo.InvariantCulture, $"{_flows} flows, {_packets} packets, {_bytes} bytes"));
        var rest = _rest.Where(entry => entry.Value > 0).ToArray();
        if (rest.Length > 0)
            terminal.Remark(string.Join(", ", rest.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key.Replace('_', ' ')}: {entry.Value}"))));
        if (_weirds.Count > 0)
            terminal.Remark("weirds: " + string.Join(", ", _weirds.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} {entry.Value}"))));
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
            foreach (var (name, count) in _rest)
                json.WriteNumber(name, count);
            json.WriteStartObject("weirds");
            foreach (var (weird, count) in _weirds)
                json.WriteNumber(weird, count);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
