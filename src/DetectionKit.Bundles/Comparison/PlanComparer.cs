using System.Text.Json.Nodes;

namespace DetectionKit.Bundles.Comparison;

/// <summary>Says in words how one plan differs from another: what is read, what passes the filter, and which stages came, went or changed.</summary>
internal static class PlanComparer
{
    // Beyond it stages are compared one to one.
    private const int MostPairs = 1 << 20;

    public static IEnumerable<string> Compare(JsonObject old, JsonObject @new) =>
        [.. Source(old["source"], @new["source"]), .. Stages(old["stages"] as JsonArray ?? [], @new["stages"] as JsonArray ?? [])];

    private static IEnumerable<string> Source(JsonNode? old, JsonNode? @new)
    {
        if (Same(old, @new))
            yield break;
        var (was, @is) = (old as JsonObject ?? [], @new as JsonObject ?? []);
        foreach (var name in was.Select(part => part.Key).Union(@is.Select(part => part.Key), StringComparer.Ordinal))
        {
            if (Same(was[name], @is[name]))
                continue;
            if (name is "filter")
            {
                foreach (var change in Condition("filter", was[name], @is[name]))
                    yield return change;
            }
            else
            {
                yield return Values($"source {name}", was[name], @is[name]);
            }
        }
    }

    private static string Values(string what, JsonNode? old, JsonNode? @new)
    {
        if (old is not JsonArray before || @new is not JsonArray after)
            return $"{what}: {PlanText.Of(@new)}; it was {PlanText.Of(old)}";
        var (was, @is) = (before.Select(PlanText.Of).ToArray(), after.Select(PlanText.Of).ToArray());
        var (came, went) = (@is.Except(was, StringComparer.Ordinal).ToArray(), was.Except(@is, StringComparer.Ordinal).ToArray());
        if (came.Length + went.Length == 0)
            return $"{what}: in another order";
        return $"{what}: {string.Join("; ", Part("now also", came).Concat(Part("no longer", went)))}";
    }

    // Parts of one "and" or "or" are compared one by one: mostly one of many changes.
    private static IEnumerable<string> Condition(string what, JsonNode? old, JsonNode? @new)
    {
        var kind = (string?)(old as JsonObject)?["kind"];
        if (kind is not ("and" or "or" or "in") || !string.Equals(kind, (string?)(@new as JsonObject)?["kind"], StringComparison.Ordinal) || !Same(old!["value"], @new!["value"]))
            return [$"{what}: {PlanText.Of(@new)}; it was {PlanText.Of(old)}"];
        var (was, @is) = ((old["of"] as JsonArray ?? []).Select(PlanText.Of).ToArray(), (@new["of"] as JsonArray ?? []).Select(PlanText.Of).ToArray());
        var (came, went) = (@is.Except(was, StringComparer.Ordinal).ToArray(), was.Except(@is, StringComparer.Ordinal).ToArray());
        if (came.Length + went.Length == 0)
            return [$"{what}: in another order"];
        var (verb, stopped) = kind is "and" ? ("now also asks for", "no longer asks for") : ("now also takes", "no longer takes");
        return [$"{what}: {string.Join("; ", Part(verb, came).Concat(Part(stopped, went)))}"];
    }

    private static IEnumerable<string> Part(string words, string[] parts) => parts.Length == 0 ? [] : [$"{words} {string.Join(", ", parts)}"];

    // The longest common run of equal stages stays; what lies between is removed, added, or, one to one and of a kind, changed.
    private static IEnumerable<string> Stages(JsonArray old, JsonArray @new)
    {
        var common = LongestCommon(old, @new);
        var (i, j) = (0, 0);
        foreach (var (nextOld, nextNew) in common.Append((old.Count, @new.Count)))
        {
            while (i < nextOld && j < nextNew && string.Equals(Kind(old[i]), Kind(@new[j]), StringComparison.Ordinal))
            {
                foreach (var change in Stage(j + 1, old[i]!, @new[j]!))
                    yield return change;
                (i, j) = (i + 1, j + 1);
            }

            for (; i < nextOld; i++)
                yield return $"{Kind(old[i])} removed: {PlanText.Of(old[i])}";
            for (; j < nextNew; j++)
                yield return $"{Kind(@new[j])} added at {j + 1}: {PlanText.Of(@new[j])}";
            (i, j) = (nextOld + 1, nextNew + 1);
        }
    }

    private static IEnumerable<string> Stage(int number, JsonNode old, JsonNode @new)
    {
        var (was, @is) = (old as JsonObject ?? [], @new as JsonObject ?? []);
        foreach (var name in was.Select(part => part.Key).Union(@is.Select(part => part.Key), StringComparer.Ordinal))
        {
            if (Same(was[name], @is[name]))
                continue;
            var what = $"{Kind(@new)} at {number}";
            if (name is "condition")
            {
                foreach (var change in Condition(what, was[name], @is[name]))
                    yield return change;
            }
            else
            {
                yield return Values(name is "of" ? what : $"{what}, {name}", was[name], @is[name]);
            }
        }
    }

    private static List<(int Old, int New)> LongestCommon(JsonArray old, JsonArray @new)
    {
        if ((long)old.Count * @new.Count > MostPairs)
            return [];
        var lengths = new int[old.Count + 1, @new.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = @new.Count - 1; j >= 0; j--)
                lengths[i, j] = Same(old[i], @new[j]) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        var common = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < old.Count && j < @new.Count;)
        {
            if (Same(old[i], @new[j]))
                common.Add((i++, j++));
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
                i++;
            else
                j++;
        }

        return common;
    }

    private static string Kind(JsonNode? stage) => (string?)(stage as JsonObject)?["kind"] ?? "stage";

    private static bool Same(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(a, b);
}
