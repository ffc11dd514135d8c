using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Models;

/// <summary>Which events a table takes, by their log and number.</summary>
internal static class When
{
    /// <summary>A table for some events.</summary>
    public static ModelMap Taken<TEvent>(DataModel<TEvent> model, Func<LogRecord, bool> when, ImmutableArray<FieldMap> lines)
        where TEvent : ModelEvent => new ModelMap<TEvent>(model, lines) { When = when };

    /// <summary>Events of Sysmon.</summary>
    public static Func<LogRecord, bool> Sysmon(params int[] ids) => On(Origins.IsSysmon, ids);

    /// <summary>Events of the audit log.</summary>
    public static Func<LogRecord, bool> Security(params int[] ids) => On(record => record.TextOf("Channel") is "Security" or "security", ids);

    /// <summary>Events of the service control manager and of the log itself.</summary>
    public static Func<LogRecord, bool> SystemLog(params int[] ids) => On(record => record.TextOf("Channel") is "System", ids);

    private static Func<LogRecord, bool> On(Func<LogRecord, bool> log, int[] ids)
    {
        var numbers = ids.Select(id => (long)id).ToFrozenSet();
        return record => record["EventID"].TryGetInteger(out var id) && numbers.Contains(id) && log(record);
    }
}
