using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Lookups in a file of cases: <c>@lookup name wildcard=column cidr=column case=true max=1 min=1 default=none</c>, then comma-separated lines.</summary>
internal static class CaseTable
{
    public static LookupTable Read(string[] lines)
    {
        var words = lines[0].Split(' ');
        var options = words[2..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var matches = ImmutableDictionary<string, LookupMatch>.Empty;
        if (options.TryGetValue("wildcard", out var wildcard))
            matches = matches.Add(wildcard, LookupMatch.Wildcard);
        if (options.TryGetValue("cidr", out var cidr))
            matches = matches.Add(cidr, LookupMatch.Cidr);
        return new LookupTable
        {
            Name = words[1],
            Columns = [.. lines[1].Split(',')],
            Rows = [.. lines[2..].Select(line => line.Split(',').ToImmutableArray())],
            Matches = matches,
            CaseSensitive = options.GetValueOrDefault("case") is "true",
            MaxMatches = int.Parse(options.GetValueOrDefault("max", "100"), CultureInfo.InvariantCulture),
            MinMatches = int.Parse(options.GetValueOrDefault("min", "0"), CultureInfo.InvariantCulture),
            DefaultMatch = options.GetValueOrDefault("default", ""),
        };
    }
}
