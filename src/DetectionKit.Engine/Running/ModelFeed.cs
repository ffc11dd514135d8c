using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>Gives the events of one data model to the detectors that read it.</summary>
/// <typeparam name="TEvent">The model's event.</typeparam>
internal sealed class ModelFeed<TEvent>
    where TEvent : ModelEvent
{
    private readonly KeyIndex<Reader> _readers;
    private readonly Func<TEvent, Value>[] _keyed;

    public ModelFeed(ImmutableArray<DetectorState> detectors)
    {
        var model = (DataModel<TEvent>)ModelCatalogue.All.First(model => model.EventType == typeof(TEvent));
        var readers =
            from state in detectors.SelectMany(detector => detector.Pipelines)
            let pipeline = state.Pipeline as IPipeline<TEvent>
            where pipeline is not null && pipeline.Source is SourceSpec.OfModel
            select new Reader(state, pipeline, model, ((SourceSpec.OfModel)pipeline.Source).Fields);
        _readers = new(readers, reader => reader.Keys);
        _keyed = [.. _readers.Fields.Select(field => Reader.ReadOf(model, field))];
    }

    /// <summary>Takes an event.</summary>
    /// <param name="modelEvent">The event.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="isIdentification">Whether it is a flow's that goes on and was identified: not all detectors are fed by that.</param>
    public void Take(TEvent modelEvent, RowOrigin origin, bool isIdentification)
    {
        _readers.Begin();
        for (var i = 0; i < _keyed.Length; i++)
            _readers.Look(i, _keyed[i](modelEvent));
        var found = _readers.Concerned();
        for (var i = 0; i < found.Count; i++)
        {
            if (!isIdentification || found[i].IsFedWhenIdentified)
                found[i].Take(modelEvent, origin);
        }
    }

    private sealed class Reader(PipelineState state, IPipeline<TEvent> pipeline, DataModel<TEvent> model, ImmutableArray<SourceField> fields)
    {
        private readonly (string Column, Func<TEvent, Value> Read)[] _columns = [.. fields.DistinctBy(field => field.Column, StringComparer.Ordinal).Select(field => (field.Column, ReadOf(model, field.Field)))];

        public ImmutableArray<SourceKey> Keys => pipeline.Source.Keys;

        public bool IsFedWhenIdentified => state.IsFedWhenIdentified;

        public void Take(TEvent modelEvent, RowOrigin origin)
        {
            if (state.HasFailed)
                return;
            try
            {
                if (!pipeline.Match(in modelEvent))
                    return;
                var row = state.RowFor(origin);
                foreach (var (column, read) in _columns)
                {
                    var value = read(modelEvent);
                    if (!value.IsNull)
                        row.Append(column, value);
                }

                state.Take(row);
            }
            catch (Exception e)
            {
                state.Fail(e);
            }
        }

        public static Func<TEvent, Value> ReadOf(DataModel<TEvent> model, string field) => field switch
        {
            "_time" => e => Value.Of(e.Time),
            "host" => e => Value.Of(e.Host),
            "source" => e => Value.Of(e.Source),
            "sourcetype" => e => Value.Of(e.SourceType),
            _ => (model.Find(field) as ModelField<TEvent>)?.Read ?? (_ => Value.Null),
        };
    }
}
