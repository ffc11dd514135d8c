using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Abstractions.Events;

/// <summary>What a sink wants to see, so that a reader makes nothing that nobody reads.</summary>
/// <param name="Models">Names of data models; null: all.</param>
/// <param name="SourceTypes">Raw source types, case aside; null: all.</param>
public sealed record EventInterest(FrozenSet<string>? Models, FrozenSet<string>? SourceTypes)
{
    /// <summary>Everything.</summary>
    public static EventInterest All { get; } = new(null, null);

    /// <summary>Who reads, as far as that is known; empty: whoever it is reads every field.</summary>
    public ImmutableArray<SourceSpec> Readers { get; init; } = [];

    /// <summary>Whether events of that data model are wanted.</summary>
    /// <param name="model">The model's name.</param>
    public bool WantsModel(string model) => Models is null || Models.Contains(model);

    /// <summary>Whether anybody reads events of that data model, and nothing of them but what is settled once a flow is identified.</summary>
    /// <param name="model">The model's name.</param>
    public bool WantsIdentified(string model) =>
        Readers.IsEmpty ? WantsModel(model) : Readers.Any(reader => reader is SourceSpec.OfModel { Feed: FeedPoint.Identified } source && string.Equals(source.Model, model, StringComparison.Ordinal));

    /// <summary>Whether raw events of that source type are wanted.</summary>
    /// <param name="sourceType">The source type.</param>
    public bool WantsRaw(string sourceType) => SourceTypes is null || SourceTypes.Contains(sourceType);

    /// <summary>Which fields of a data model's events are read.</summary>
    /// <param name="model">The model's name.</param>
    public FieldSelection FieldsOfModel(string model)
    {
        if (!WantsModel(model) || Readers.IsEmpty)
            return WantsModel(model) ? FieldSelection.All : FieldSelection.None;
        return Read(Readers.OfType<SourceSpec.OfModel>().Where(reader => string.Equals(reader.Model, model, StringComparison.Ordinal)), reader => reader.Fields.Select(field => field.Field));
    }

    /// <summary>Which fields of raw events are read. Who needs a value in a field that such events never have does not read them.</summary>
    /// <param name="sourceType">The source type.</param>
    /// <param name="possible">Every field that such an event may have, beside those that all have.</param>
    public FieldSelection FieldsOfRaw(string sourceType, IReadOnlySet<string> possible)
    {
        if (!WantsRaw(sourceType) || Readers.IsEmpty)
            return WantsRaw(sourceType) ? FieldSelection.All : FieldSelection.None;
        return Read(
            Readers.OfType<SourceSpec.OfRaw>()
                .Where(reader => reader.SourceTypes.IsDefaultOrEmpty || reader.SourceTypes.Contains(sourceType, StringComparer.OrdinalIgnoreCase))
                .Where(reader => reader.Keys.IsEmpty || reader.Keys.Any(key => possible.Contains(key.Field) || RawEvent.IsStandard(key.Field))),
            reader => reader.Columns);
    }

    private static FieldSelection Read<TSource>(IEnumerable<TSource> readers, Func<TSource, IEnumerable<string>?> fields)
        where TSource : SourceSpec
    {
        var all = readers.ToList();
        if (all.Count == 0)
            return FieldSelection.None;
        return all.Exists(reader => reader.Tests is null || fields(reader) is null)
            ? FieldSelection.All
            : FieldSelection.Of(all.SelectMany(reader => reader.Tests!.Value.Concat(fields(reader)!)));
    }
}
