namespace DetectionKit.Sensor.Configuration;

/// <summary>Which name was probably meant.</summary>
internal static class Names
{
    /// <summary><c>; did you mean "sinks"?</c>, or nothing where no name is near.</summary>
    public static string Suggestion(string text, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (Name: name, Distance: Distance(text, name))).OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Name is { } found && nearest.Distance <= Math.Max(1, (found.Length + 1) / 3) ? $"; did you mean \"{found}\"?" : "";
    }

    // Levenshtein's.
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
