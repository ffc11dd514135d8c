using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Lookups in a file of cases: <c>@lookup name wildcard=column cidr=column case=true max=1 min=1 default=none time=column format=... least=0 most=60</c>, then comma-separated lines.</summary>
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
            MaxMatches = Number("max", options.ContainsKey("time") ? LookupTable.UsualMatchesByTime : LookupTable.UsualMatches),
            MinMatches = Number("min", 0),
            DefaultMatch = options.GetValueOrDefault("default", ""),
            Time = options.TryGetValue("time", out var time)
                ? new LookupTime(time) { Format = options.GetValueOrDefault("format", LookupTime.UsualFormat), MinOffset = Number("least", 0), MaxOffset = Number("most", LookupTime.UsualMaxOffset) }
                : null,
        };

        int Number(string option, int usual) => options.TryGetValue(option, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
    }
}
