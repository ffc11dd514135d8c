using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Bundles.Comparison;

/// <summary>Compares two bundles by what their detections do: plan against plan, not text against text.</summary>
public static class BundleComparer
{
    /// <summary>Compares.</summary>
    /// <param name="old">The bundle that was.</param>
    /// <param name="new">The bundle that is to be.</param>
    public static BundleDifference Compare(Bundle old, Bundle @new)
    {
        var (before, after) = (Plans(old), Plans(@new));
        var (was, @is) = (ById(old), ById(@new));
        var detections = was.Keys.Union(@is.Keys, StringComparer.OrdinalIgnoreCase)
            .Select(id => Compare(was.GetValueOrDefault(id), @is.GetValueOrDefault(id), before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
            .OfType<DetectionDifference>()
            .OrderBy(difference => difference.Name, StringComparer.Ordinal);
        return new([.. detections], [.. Lookups(old, @new)]);
    }

    private static DetectionDifference? Compare(BundleDetection? old, BundleDetection? @new, JsonObject? before, JsonObject? after)
    {
        if (old is null || @new is null)
        {
            var one = (@new ?? old)!;
            return new(old is null ? DifferenceKind.Added : DifferenceKind.Removed, one.Id, one.Name, old?.Version, @new?.Version, []);
        }

        ImmutableArray<string> changes = [.. Renamed(old, @new), .. before is null || after is null ? [] : Plan(before, after)];
        var same = changes.IsEmpty && old.Version == @new.Version && string.Equals(old.SourceHash, @new.SourceHash, StringComparison.Ordinal);
        return same ? null : new(DifferenceKind.Changed, @new.Id, @new.Name, old.Version, @new.Version, changes);
    }

    // A plan of another shape than those that are written here, under a signature that somebody trusts or did not ask for, is no reason to fail.
    private static IReadOnlyList<string> Plan(JsonObject before, JsonObject after)
    {
        try
        {
            return [.. PlanComparer.Compare(before, after)];
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return ["its plan cannot be understood"];
        }
    }

    private static IEnumerable<string> Renamed(BundleDetection old, BundleDetection @new)
    {
        if (!string.Equals(old.Name, @new.Name, StringComparison.Ordinal))
            yield return $"was called {old.Name}";
    }

    private static IEnumerable<string> Lookups(Bundle old, Bundle @new)
    {
        var (before, after) = (Tables(old), Tables(@new));
        foreach (var name in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!before.TryGetValue(name, out var was))
                yield return $"lookup {name}: added, {after[name].Rows.Length} rows";
            else if (!after.TryGetValue(name, out var table))
                yield return $"lookup {name}: removed";
            else if (Difference(was, table) is { } difference)
                yield return $"lookup {name}: {difference}";
        }
    }

    private static string? Difference(LookupTable was, LookupTable table)
    {
        if (!was.Columns.SequenceEqual(table.Columns))
            return $"columns {string.Join(", ", table.Columns)}; they were {string.Join(", ", was.Columns)}";
        var (rows, others) = (Rows(was), Rows(table));
        var (added, removed) = (others.Except(rows, StringComparer.Ordinal).Count(), rows.Except(others, StringComparer.Ordinal).Count());
        if (added + removed > 0)
            return $"{added} rows added, {removed} removed";
        var same = was.CaseSensitive == table.CaseSensitive && was.MinMatches == table.MinMatches && was.MaxMatches == table.MaxMatches
            && string.Equals(was.DefaultMatch, table.DefaultMatch, StringComparison.Ordinal) && was.Time == table.Time && rows.SequenceEqual(others, StringComparer.Ordinal)
            && was.Matches.OrderBy(match => match.Key, StringComparer.Ordinal).SequenceEqual(table.Matches.OrderBy(match => match.Key, StringComparer.Ordinal));
        return same ? null : "it matches in another way, or its rows have another order";
    }

    private static string[] Rows(LookupTable table) => [.. table.Rows.Select(row => string.Join('\u001f', row))];

    private static Dictionary<string, LookupTable> Tables(Bundle bundle) => bundle.Lookups.DistinctBy(table => table.Name, StringComparer.Ordinal).ToDictionary(table => table.Name, StringComparer.Ordinal);

    private static Dictionary<string, BundleDetection> ById(Bundle bundle) => bundle.Manifest.Detections.DistinctBy(detection => detection.Id, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(detection => detection.Id, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, JsonObject> Plans(Bundle bundle)
    {
        var plans = new Dictionary<string, JsonObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var plan in Parse(bundle.Plans.Span).OfType<JsonObject>())
        {
            if (plan["id"] is JsonValue value && value.TryGetValue<string>(out var id))
                plans[id] = plan;
        }

        return plans;
    }

    private static JsonArray Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonArray ?? [];
        }
        catch (JsonException)
        {
            return []; // who signed it wrote no plans: its detections are told apart by their hashes
        }
    }
}
