using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>
/// The combinations of several columns' values: a multivalue counts under each of its items. They multiply, so a row is bounded in them: a log line
/// that repeats two keys a thousand times each may not cost a million steps at every stage.
/// </summary>
internal static class ValueCombinations
{
    /// <summary>How many combinations of one row are gone through. What is beyond is left out and counted.</summary>
    public const int Most = 100_000;

    /// <summary>The combinations of a row's columns, the last column's values changing first; none where it lacks one of them.</summary>
    public static IEnumerable<Value[]> Of(Row row, IEnumerable<string> columns, Budget budget) => Of([.. columns.Select(column => row[column].Items)], budget);

    /// <summary>The combinations of lists, the last list's values changing first; none where one of them is empty, and one where there is no list.</summary>
    public static IEnumerable<Value[]> Of(ImmutableArray<Value>[] lists, Budget budget)
    {
        if (Array.Exists(lists, list => list.IsEmpty))
            yield break;
        var places = new int[lists.Length];
        for (var taken = 0; taken < Most; taken++)
        {
            yield return [.. places.Select((place, list) => lists[list][place])];
            var turning = places.Length - 1;
            while (turning >= 0 && ++places[turning] == lists[turning].Length)
                places[turning--] = 0;
            if (turning < 0)
                yield break;
        }

        budget.CountUncombined(Most);
    }
}
