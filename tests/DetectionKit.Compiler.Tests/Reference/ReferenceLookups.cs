using System.Net;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>A lookup by reading the whole table for every row.</summary>
internal static class ReferenceLookups
{
    public static void Apply(LookupSpec spec, LookupTable table, Row row)
    {
        var questions = Product([.. spec.Inputs.Select(input => row[input.RowColumn].Items.Select(item => item.ToText()).ToArray())]);
        if (questions.Count == 0)
            return;
        List<int> matches = [.. questions.SelectMany(texts => Enumerable.Range(0, table.Rows.Length).Where(at => Fits(spec, table, at, texts))).Distinct().Newest(table, row).Take(table.MaxMatches)];
        var outputs = spec.Outputs.IsEmpty
            ? table.Columns.Where(column => spec.Inputs.All(input => !Same(input.TableColumn, column))).Select(column => new LookupField(column, column))
            : spec.Outputs;
        foreach (var output in outputs)
        {
            if (spec.KeepExisting && !row[output.RowColumn].IsNull)
                continue;
            var place = table.Columns.IndexOf(output.TableColumn);
            var found = place < 0 ? [] : matches.Select(at => table.Rows[at][place]).Where(text => text.Length > 0).Select(text => Value.Of(text))
                .Concat(Enumerable.Repeat(Value.Of(table.DefaultMatch), Math.Max(0, table.MinMatches - matches.Count)));
            var value = Value.OfMany(found);
            if (value.IsNull)
                row.Remove(output.RowColumn);
            else
                row[output.RowColumn] = value;
        }
    }

    private static IEnumerable<int> Newest(this IEnumerable<int> places, LookupTable table, Row row)
    {
        if (table.Time is not { } time)
            return places;
        var at = table.Columns.IndexOf(time.Column);
        return from place in places
               let age = (double?)ReferenceNumbers.Read(row["_time"].ToText()) - time.Read(table.Rows[place][at], TimeZoneInfo.Utc, default)
               where age >= time.MinOffset && age <= time.MaxOffset
               orderby age
               select place;
    }

    private static bool Fits(LookupSpec spec, LookupTable table, int at, string[] texts) => spec.Inputs.Zip(texts).All(pair =>
    {
        var place = table.Columns.IndexOf(pair.First.TableColumn);
        return place >= 0 && Fits(table, table.Matches.GetValueOrDefault(pair.First.TableColumn), table.Rows[at][place], pair.Second);
    });

    private static bool Fits(LookupTable table, LookupMatch kind, string cell, string text)
    {
        var options = (table.CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase) | RegexOptions.CultureInvariant | RegexOptions.Singleline;
        return kind switch
        {
            LookupMatch.Exact => Regex.IsMatch(text, $@"^{Regex.Escape(cell)}\z", options, TimeSpan.FromSeconds(1)),
            LookupMatch.Wildcard => Regex.IsMatch(text, $@"^{string.Join(".*", cell.Split('*').Select(Regex.Escape))}\z", options, TimeSpan.FromSeconds(1)),
            LookupMatch.Cidr => IPNetwork.TryParse(cell, out var network) && IPAddress.TryParse(text, out var address) && network.Contains(address),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static List<string[]> Product(List<string[]> lists) => lists.Aggregate(
        new List<string[]> { Array.Empty<string>() }, (all, next) => [.. all.SelectMany(_ => next, (texts, item) => (string[])[.. texts, item])]);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
