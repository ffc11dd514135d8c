using System.Text;
using DetectionKit.Language.Plan;

namespace DetectionKit.Language.Binding.Columns;

/// <summary>Follows names with <c>*</c> through a schema.</summary>
internal static class Wildcards
{
    /// <summary>Whether a column's name fits a pattern; with case, as column names compare.</summary>
    public static bool Matches(string pattern, string column) => Capture(pattern, column) is not null;

    /// <summary>The schema behind <c>rename from AS to</c>.</summary>
    public static PlanSchema Rename(PlanSchema schema, string from, string to)
    {
        foreach (var column in schema.Columns)
        {
            if (Capture(from, column) is not { } captured)
                continue;
            var name = Fill(to, captured);
            if (string.Equals(name, column, StringComparison.Ordinal))
                continue;
            var place = schema.Columns.IndexOf(column, 0, schema.Columns.Length, StringComparer.Ordinal);
            if (place < 0)
                continue;
            schema = schema with { Columns = schema.Columns.SetItem(place, name) };
            for (var i = schema.Columns.Length - 1; i >= 0; i--)
            {
                if (i != place && string.Equals(schema.Columns[i], name, StringComparison.Ordinal))
                {
                    schema = schema with { Columns = schema.Columns.RemoveAt(i) };
                    place -= i < place ? 1 : 0;
                }
            }
        }

        return schema.IsOpen && !to.Contains('*', StringComparison.Ordinal) ? schema.With(to) : schema;
    }

    /// <summary>The schema behind a command that writes <paramref name="from"/>, changed, to <paramref name="to"/>.</summary>
    public static PlanSchema Copy(PlanSchema schema, string from, string to)
    {
        if (!to.Contains('*', StringComparison.Ordinal))
            return schema.With(to);
        foreach (var column in schema.Columns)
        {
            if (Capture(from, column) is { } captured)
                schema = schema.With(Fill(to, captured));
        }

        return schema;
    }

    /// <summary>The texts that the stars stand for, each as short as can be; null where the name does not fit.</summary>
    public static List<string>? Capture(string pattern, string column)
    {
        var parts = pattern.Split('*');
        var captured = new List<string>();
        if (!column.StartsWith(parts[0], StringComparison.Ordinal))
            return null;
        if (parts.Length == 1)
            return column.Length == pattern.Length ? captured : null;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var found = isLast
                ? column.Length - parts[i].Length
                : column.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at || (isLast && !column.EndsWith(parts[i], StringComparison.Ordinal)))
                return null;
            captured.Add(column[at..found]);
            at = found + parts[i].Length;
        }

        return captured;
    }

    private static string Fill(string pattern, List<string> captured)
    {
        var parts = pattern.Split('*');
        var text = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.Length; i++)
            text.Append(i <= captured.Count ? captured[i - 1] : "").Append(parts[i]);
        return text.ToString();
    }
}
