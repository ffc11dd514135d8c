using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Bundles.Tests.Support;

/// <summary>A small bundle, and ways to take one apart.</summary>
internal static class Sample
{
    public static BundleContent Content { get; } = new()
    {
        Id = "Example.Detections",
        Image = Encoding.UTF8.GetBytes(new string('i', 3000)),
        Symbols = "symbols"u8.ToArray(),
        Plans = "[]"u8.ToArray(),
        Sdk = "10.0.100",
        Runtime = "10.0.0",
        Detections = [Detection("b", 2), Detection("a", 1)],
        Lookups =
        [
            new()
            {
                Name = "Expected Ports",
                Columns = ["app", "dest_port"],
                Rows = [["http", "80"], ["ssl", "443"]],
                Matches = ImmutableDictionary<string, LookupMatch>.Empty.Add("app", LookupMatch.Wildcard).Add("dest_port", LookupMatch.Exact),
                DefaultMatch = "no",
                MinMatches = 1,
                Time = new LookupTime("since") { Format = "%Y", MaxOffset = 60 },
                CaseSensitive = false,
            },
            new() { Name = "expected_ports", Columns = ["a"], Rows = [] },
        ],
    };

    public static byte[] Write(BundleContent? content = null, ECDsa? key = null)
    {
        using var output = new MemoryStream();
        BundleWriter.Write(content ?? Content, output, key);
        return output.ToArray();
    }

    public static BundleDetection Detection(string id, int version) => new()
    {
        Id = id,
        Name = "Detection " + id,
        Version = version,
        AttackIds = ["T1571"],
        Models = ["Network_Traffic"],
        Fields = ["app"],
        SourceHash = "00",
    };
}
