using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Tests.Emit;
using DetectionKit.Compiler.Tests.Reference;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>A handful of events made by hand, and what a search finds in them, by the engine and by the reference evaluator alike.</summary>
internal static class Sample
{
    private static readonly ImmutableArray<object> Events =
    [
        Web(1000, "alice", "200", "10", ("src", "10.0.0.1"), ("url", "/a b/index.html")),
        Web(1010, "bob", "404", "9", ("src", "192.168.1.5"), ("tag", "x"), ("tag", "y")),
        Web(1020, "Alice", "500", "100", ("user.name", "dotted")),
        Web(1030, null, "1.0", "abc", ("dur", "1:30")),
        Flow(2000, "dns", "10.0.0.1", 53, 100),
        Flow(2010, "http", "10.0.0.2", 8080, 9),
        Flow(2020, "DNS", "10.0.0.1", 5353, null),
        Flow(2030, "", "10.0.0.10", null, 20),
    ];

    private static readonly ImmutableDictionary<string, LookupTable> Lookups = ImmutableDictionary<string, LookupTable>.Empty.Add("ports", new LookupTable
    {
        Name = "ports",
        Columns = ["app", "port", "alias"],
        Rows = [["dns", "53", "domain"], ["http", "80", "web"], ["http", "8080", "web-alt"]],
        CaseSensitive = false,
    });

    /// <summary>The rows, each as <c>column=value column=item|item</c> with the columns in order of name.</summary>
    public static string[] Rows(string search) => Rows(search, Events);

    /// <summary>The same over other events.</summary>
    public static string[] Rows(string search, IReadOnlyList<object> events) => RowsAndNotices(search, events);

    /// <summary>The same, of a run that says of something that it was left out.</summary>
    public static string[] RowsAndNotices(string search, params string[] notices) => RowsAndNotices(search, Events, notices);

    private static string[] RowsAndNotices(string search, IReadOnlyList<object> events, params string[] notices)
    {
        var plan = Emit.Searches.Plan(search);
        var emitted = BothWays.Engine([Loaded.Detector(plan)], events, Lookups, notices)[0].Select(row => BothWays.ByName(row)).ToArray();
        if (plan.Stages.OfType<SpecStage>().Any(stage => stage.Spec is ChartSpec))
            return Plain(emitted);
        var reference = BothWays.Reference(new ReferenceRun(events, Lookups), plan).Select(row => BothWays.ByName(row)).ToArray();
        Assert.That(emitted, Is.EqualTo(reference), search);
        return Plain(emitted);
    }

    private static string[] Plain(IEnumerable<string> rows) => [.. rows.Select(row => row[(row.IndexOf('\t', StringComparison.Ordinal) + 1)..].Replace('\t', ' '))];

    private static RawEvent Web(int second, string? user, string status, string bytes, params (string Name, string Value)[] more)
    {
        var e = new RawEvent(Timestamp.FromSeconds(second), "web", "access.log") { Text = $"user={user} status={status} bytes={bytes}" };
        e.Add("user", Value.Of(user));
        e.Add("status", Value.Of(status));
        e.Add("bytes", Value.Of(bytes));
        foreach (var (name, value) in more)
            e.Add(name, Value.Of(value));
        return e;
    }

    private static NetworkTraffic Flow(int second, string app, string src, int? port, int? bytes) => new()
    {
        Time = Timestamp.FromSeconds(second),
        App = app.Length == 0 ? "unknown" : app,
        SrcIp = IpAddress.TryParse(src, out var ip) ? ip : default,
        Src = src,
        DestPort = port,
        Bytes = bytes,
        SourceType = "detectionkit:flow",
    };
}
