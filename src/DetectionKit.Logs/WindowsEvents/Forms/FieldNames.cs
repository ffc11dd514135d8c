using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Forms;

/// <summary>Renames a record's fields by a table, and takes others out from under a prefix.</summary>
internal static class FieldNames
{
    public static void Rename(LogRecord record, (string From, string To)[] table)
    {
        foreach (var (from, to) in table)
            record.Rename(from, to);
    }

    /// <summary>Fields under a prefix get their own names; a field that had that name before loses it.</summary>
    public static void Lift(LogRecord record, string prefix)
    {
        for (var i = 0; i < record.Count; i++)
        {
            var name = record.NameAt(i);
            if (name.Length <= prefix.Length || !name.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var leaf = name[prefix.Length..];
            if (record.Has(leaf))
            {
                // It stood before this field, or behind it.
                record.Take(leaf);
                i = Math.Max(i - 2, -1);
                continue;
            }

            record.Rename(name, leaf);
        }
    }
}
