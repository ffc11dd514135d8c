using System.Globalization;
using System.Text;
using DetectionKit.Cli.Terminals;
using DetectionKit.Traffic;

namespace DetectionKit.Cli.Output;

/// <summary>
/// The sums of all captures of one command: <c>{"packets","bytes","flows","apps":{name:count}}</c>, then what was left out, which limits were
/// met, and what was odd.
/// </summary>
internal sealed class FlowTotals
{
    private static readonly string[] Rest =
        ["evicted", "verdicts_evicted", "fragments", "fragments_dropped", "not_ip", "malformed", "unknown_link_type", "protected", "bad_checksums"];

    private readonly Dictionary<string, long> _apps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _weirds = new(StringComparer.Ordinal);
    private readonly long[] _rest = new long[Rest.Length];
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
        foreach (var (weird, count) in counters.WeirdTotals())
            _weirds[weird] = _weirds.GetValueOrDefault(weird) + count;
        ReadOnlySpan<long> rest =
        [
            counters.FlowEvictions, counters.VerdictEvictions, counters.Fragments, counters.FragmentEvictions, counters.NotIp,
            counters.Malformed, counters.UnknownLinkType, counters.Protected, counters.BadChecksums,
        ];
        for (var i = 0; i < rest.Length; i++)
            _rest[i] += rest[i];
    }

    /// <summary>Says the sums to a person: a line, and one for each kind of thing that there was any of.</summary>
    /// <param name="terminal">Where to.</param>
    public void Remark(Terminal terminal)
    {
        terminal.Remark(string.Create(CultureInfo.InvariantCulture, $"{_flows} flows, {_packets} packets, {_bytes} bytes"));
        var rest = Rest.Zip(_rest).Where(entry => entry.Second > 0).ToArray();
        if (rest.Length > 0)
            terminal.Remark(string.Join(", ", rest.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.First.Replace('_', ' ')}: {entry.Second}"))));
        if (_weirds.Count > 0)
            terminal.Remark("weirds: " + string.Join(", ", InOrder(_weirds).Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} {_weirds[name]}"))));
    }

    /// <summary>Writes the line. No name in it has a character that JSON would escape, and a writer's start-up takes longer than a small capture.</summary>
    /// <param name="output">Where to.</param>
    public void Write(Stream output)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{{\"packets\":{_packets},\"bytes\":{_bytes},\"flows\":{_flows},");
        Append("apps", _apps);
        for (var i = 0; i < Rest.Length; i++)
            line.Append(CultureInfo.InvariantCulture, $",\"{Rest[i]}\":{_rest[i]}");
        line.Append(',');
        Append("weirds", _weirds);
        output.Write(Encoding.UTF8.GetBytes(line.Append("}\n").ToString()));

        void Append(string name, Dictionary<string, long> counts)
        {
            line.Append(CultureInfo.InvariantCulture, $"\"{name}\":{{");
            var comma = "";
            foreach (var key in InOrder(counts))
            {
                line.Append(CultureInfo.InvariantCulture, $"{comma}\"{key}\":{counts[key]}");
                comma = ",";
            }

            line.Append('}');
        }
    }

    private static string[] InOrder(Dictionary<string, long> counts)
    {
        var names = new string[counts.Count];
        counts.Keys.CopyTo(names, 0);
        // Few, and sorted without what the runtime would compile for it as the program runs.
        for (var i = 1; i < names.Length; i++)
        {
            for (var at = i; at > 0 && NameOrder.Compare(names[at - 1], names[at]) > 0; at--)
                (names[at - 1], names[at]) = (names[at], names[at - 1]);
        }

        return names;
    }
}
