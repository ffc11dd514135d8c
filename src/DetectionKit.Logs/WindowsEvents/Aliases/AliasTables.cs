using System.Collections.Immutable;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>Adds the add-ons' names to an event: line by line, never over a field that it has.</summary>
internal static class AliasTables
{
    /// <summary>The names that any line names.</summary>
    public static IEnumerable<string> FieldNames => FieldMap.NamesOf([.. CommonAliases.Lines, .. SysmonAliases.All, .. WindowsAliases.All]);

    /// <summary>Adds them.</summary>
    public static void Apply(LogRecord record)
    {
        Add(record, CommonAliases.Lines);
        _ = record["EventID"].TryGetInteger(out var id);
        if (Origins.IsSysmon(record))
        {
            Add(record, SysmonAliases.For((int)Math.Clamp(id, 0, int.MaxValue)));
            return;
        }

        AddPlainNames(record);
        Add(record, WindowsAliases.First);
        Add(record, WindowsAliases.For(record.TextOf("Channel"), (int)Math.Clamp(id, 0, int.MaxValue)));
        Add(record, WindowsAliases.Lines);
    }

    // Some providers' names have blanks in them; the index has underscores there.
    private static void AddPlainNames(LogRecord record)
    {
        for (int i = 0, count = record.Count; i < count; i++)
        {
            var name = record.NameAt(i);
            if (name.Contains(' ', StringComparison.Ordinal))
                record.Add(name.Replace(' ', '_'), record.ValueAt(i));
        }
    }

    private static void Add(LogRecord record, ImmutableArray<FieldMap> lines)
    {
        foreach (var line in lines)
        {
            if (!record.Has(line.Field))
                record.Set(line.Field, line.Read(record));
        }
    }
}
