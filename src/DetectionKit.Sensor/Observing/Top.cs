using System.Globalization;
using System.Text;

namespace DetectionKit.Sensor.Observing;

/// <summary><c>--top</c>: a running sensor's metrics in a terminal, once a second; without a terminal once.</summary>
internal static class Top
{
    public static int Run(string address, TextWriter output, bool once, CancellationToken ending)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        Dictionary<string, double>? before = null;
        try
        {
            while (!ending.IsCancellationRequested)
            {
                var now = Parse(client.GetStringAsync($"http://{address}/metrics", ending).GetAwaiter().GetResult());
                if (before is not null)
                    output.Write(once ? Render(before, now) : "\e[H\e[J" + Fit(Render(before, now, Console.WindowHeight), Console.WindowWidth));
                if (before is not null && once)
                    return 0;
                before = now;
                ending.WaitHandle.WaitOne(TimeSpan.FromSeconds(1));
            }

            return 0;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            output.WriteLine($"no sensor answers on {address}: {e.Message}");
            return 2;
        }
    }

    /// <summary>Sample by name and labels as they stand there.</summary>
    internal static Dictionary<string, double> Parse(string text)
    {
        var samples = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            var blank = line.LastIndexOf(' ');
            if (blank > 0 && double.TryParse(line.AsSpan(blank + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                samples[line[..blank]] = value;
        }

        return samples;
    }

    /// <summary>Lines cut to a terminal's width; a line feed behind the last would scroll.</summary>
    internal static string Fit(string page, int width) =>
        string.Join('\n', page.TrimEnd('\n').Split('\n').Select(line => width > 0 && line.Length > width ? line[..width] : line));

    /// <summary>The page: rates are the differences of a second. Where not all detectors have room, those that take most time have it.</summary>
    internal static string Render(IReadOnlyDictionary<string, double> before, IReadOnlyDictionary<string, double> now, int height = 0)
    {
        const int OtherLines = 7;
        var text = new StringBuilder();
        Line($"{Label("dk_bundle_info", "bundle")}: {Sum(now, "dk_bundle_detectors"):0} detectors, up {TimeSpan.FromSeconds(Sum(now, "dk_uptime_seconds")):d\\.hh\\:mm\\:ss}");
        Line($"packets {Rate("dk_packets_total"):0}/s  {Rate("dk_bytes_total") * 8 / 1e6:0.0} Mbit/s  dropped {Sum(now, "dk_dropped_total"):0} ({Rate("dk_dropped_total"):0}/s)  flows ended {Rate("dk_flows_ended_total"):0}/s");
        Line($"memory {Sum(now, "dk_memory_bytes") / 1048576:0} MB  processor {Rate("dk_cpu_seconds_total") * 100:0} %  weirds {Sum(now, "dk_weirds_total"):0}  set aside {Sum(now, "dk_detectors_set_aside_total"):0}");
        Line($"");
        Line($"{"alerts",8} {"events/s",10} {"ms/s",8}  detection");
        var names = now.Keys.Select(key => LabelOf(key, "dk_detector_events_total", "detection")).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var sinks = now.Keys.Select(key => LabelOf(key, "dk_spool_depth", "sink")).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var room = height > 0 ? Math.Max(1, height - OtherLines - sinks.Count) : names.Count;
        foreach (var name in names.Count <= room ? names : names.OrderByDescending(name => Difference($"dk_detector_seconds_total{{detection=\"{name}\"}}")).Take(room))
        {
            var label = $"{{detection=\"{name}\"}}";
            Line($"{now.GetValueOrDefault("dk_alerts_total" + label),8:0} {Difference("dk_detector_events_total" + label),10:0} {Difference("dk_detector_seconds_total" + label) * 1000,8:0.00}  {name}");
        }

        Line($"");
        Line($"{"waiting",8} {"delivered",10} {"lost",8}  sink");
        foreach (var name in sinks)
        {
            var label = $"{{sink=\"{name}\"}}";
            Line($"{now.GetValueOrDefault("dk_spool_depth" + label),8:0} {now.GetValueOrDefault("dk_sink_delivered_total" + label),10:0} {now.GetValueOrDefault("dk_sink_refused_total" + label),8:0}  {name}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        double Rate(string name) => Math.Max(0, Sum(now, name) - Sum(before, name));
        double Difference(string key) => Math.Max(0, now.GetValueOrDefault(key) - before.GetValueOrDefault(key));
        string Label(string name, string label) => now.Keys.Select(key => LabelOf(key, name, label)).OfType<string>().FirstOrDefault() ?? "";
    }

    private static double Sum(IReadOnlyDictionary<string, double> samples, string name) =>
        samples.Where(pair => pair.Key.StartsWith(name, StringComparison.Ordinal) && (pair.Key.Length == name.Length || pair.Key[name.Length] == '{')).Sum(pair => pair.Value);

    private static string? LabelOf(string key, string name, string label)
    {
        var begin = $"{name}{{{label}=\"";
        return key.StartsWith(begin, StringComparison.Ordinal) ? key[begin.Length..key.IndexOf('"', begin.Length)] : null;
    }
}
