using DetectionKit.Abstractions.Models;
using DetectionKit.Logs;
using DetectionKit.Traffic.Events;

namespace DetectionKit.Testing.Replay;

/// <summary>What the readers of captures and logs fill, by their own tables.</summary>
public static class ReaderFields
{
    private static readonly IEnumerable<RecordKind> Kinds = LogSourceCatalogue.All.SelectMany(source => source.Kinds);

    /// <summary>The union of all tables; made when it is asked for.</summary>
    public static Lazy<FilledFields> All { get; } = new(() => FilledFields.Of(
        Kinds.SelectMany(kind => kind.Models).Select(map => (map.Model, (IEnumerable<string>)map.FilledFields)).Concat(TrafficEvents.FilledFields),
        Kinds.SelectMany(kind => kind.SourceTypes.Select(type => (type, kind.FieldNames))),
        Kinds.SelectMany(kind => kind.EventTypes).Select(eventType => eventType.Name)));
}
