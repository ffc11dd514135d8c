using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>Gives raw events to the detectors that read their source type.</summary>
internal sealed class RawFeed
{
    private readonly ImmutableArray<(PipelineState State, IPipeline<RawEvent> Pipeline, SourceSpec.OfRaw Source)> _all;
    private readonly Dictionary<string, KeyIndex<RawEvent, Reader>> _bySourceType = new(StringComparer.Ordinal);

    public RawFeed(ImmutableArray<DetectorState> detectors) => _all =
    [
        .. from state in detectors.SelectMany(detector => detector.Pipelines)
           let pipeline = state.Pipeline as IPipeline<RawEvent>
           where pipeline is not null && pipeline.Source is SourceSpec.OfRaw
           select (state, pipeline, (SourceSpec.OfRaw)pipeline.Source),
    ];

    public void Take(RawEvent rawEvent, RowOrigin origin)
    {
        if (!_bySourceType.TryGetValue(rawEvent.SourceType, out var readers))
            _bySourceType.Add(rawEvent.SourceType, readers = ReadersOf(rawEvent.SourceType));
        var found = readers.Find(rawEvent);
        for (var i = 0; i < found.Count; i++)
            found[i].Take(rawEvent, origin);
    }

    private KeyIndex<RawEvent, Reader> ReadersOf(string sourceType) => new(
        _all.Where(entry => entry.Source.SourceTypes.IsDefaultOrEmpty || entry.Source.SourceTypes.Contains(sourceType, StringComparer.OrdinalIgnoreCase))
            .Select(entry => new Reader(entry.State, entry.Pipeline, entry.Source.Columns)),
        reader => reader.Keys,
        field => rawEvent => rawEvent[field]);

    private sealed class Reader(PipelineState state, IPipeline<RawEvent> pipeline, ImmutableArray<string>? columns)
    {
        private static readonly string[] Standard = ["_time", "host", "source", "sourcetype", "_raw"];

        public ImmutableArray<SourceKey> Keys => pipeline.Source.Keys;

        public void Take(RawEvent rawEvent, RowOrigin origin)
        {
            if (state.HasFailed)
                return;
            try
            {
                if (!pipeline.Match(in rawEvent))
                    return;
                var row = state.RowFor(origin);
                if (columns is { IsDefault: false } named)
                    Project(row, rawEvent, named);
                else
                    ProjectAll(row, rawEvent);
                state.Take(row);
            }
            catch (Exception e)
            {
                state.Fail(e);
            }
        }

        private static void Project(Row row, RawEvent rawEvent, ImmutableArray<string> columns)
        {
            foreach (var column in columns)
            {
                var value = rawEvent[column];
                if (!value.IsNull)
                    row[column] = value;
            }
        }

        private static void ProjectAll(Row row, RawEvent rawEvent)
        {
            row["_time"] = Value.Of(rawEvent.Time);
            foreach (var (field, value) in rawEvent.Fields)
                row[field] = value;
            foreach (var field in Standard)
            {
                if (!row.Has(field) && rawEvent[field] is { IsNull: false } value)
                    row[field] = value;
            }
        }
    }
}
