using System.Collections.Frozen;
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
    private readonly Dictionary<string, Readers> _bySourceType = new(StringComparer.Ordinal);

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
        readers.Take(rawEvent, origin);
    }

    private Readers ReadersOf(string sourceType) => new(
        _all.Where(entry => entry.Source.SourceTypes.IsDefaultOrEmpty || entry.Source.SourceTypes.Contains(sourceType, StringComparer.OrdinalIgnoreCase))
            .Select(entry => new Reader(entry.State, entry.Pipeline, entry.Source.Columns)));

    // The readers of one source type. An event's fields are gone through once, not once for each that keys name.
    private sealed class Readers
    {
        private readonly KeyIndex<Reader> _index;
        private readonly FrozenDictionary<string, int> _fields;
        private readonly (string Name, int Field)[] _standard;

        public Readers(IEnumerable<Reader> readers)
        {
            _index = new(readers, reader => reader.Keys);
            var fields = _index.Fields.Select((name, i) => KeyValuePair.Create(name, i)).ToList();
            _standard = [.. fields.Where(field => RawEvent.IsStandard(field.Key)).Select(field => (field.Key, field.Value))];
            _fields = fields.Where(field => !RawEvent.IsStandard(field.Key)).ToFrozenDictionary(StringComparer.Ordinal);
        }

        public void Take(RawEvent rawEvent, RowOrigin origin)
        {
            _index.Begin();
            foreach (var (name, value) in rawEvent.Fields)
            {
                if (_fields.TryGetValue(name, out var field))
                    _index.Look(field, value);
            }

            foreach (var (name, field) in _standard)
                _index.Look(field, rawEvent[name]);
            var found = _index.Concerned();
            for (var i = 0; i < found.Count; i++)
                found[i].Take(rawEvent, origin);
        }
    }

    private sealed class Reader(PipelineState state, IPipeline<RawEvent> pipeline, ImmutableArray<string>? columns)
    {
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
            foreach (var field in RawEvent.Standard)
            {
                if (!row.Has(field) && rawEvent[field] is { IsNull: false } value)
                    row[field] = value;
            }
        }
    }
}
