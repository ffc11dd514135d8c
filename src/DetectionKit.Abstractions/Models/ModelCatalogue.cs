using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace DetectionKit.Abstractions.Models;

/// <summary>Every data model: the static <c>Model</c> property of each event type in this assembly.</summary>
public static class ModelCatalogue
{
    /// <summary>All models, ordered by name and dataset.</summary>
    public static ImmutableArray<DataModel> All { get; } =
    [
        .. typeof(ModelEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ModelEvent)))
            .Select(type => (DataModel)type.GetProperty("Model", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
            .OrderBy(model => model.Name, StringComparer.Ordinal)
            .ThenBy(model => model.Dataset, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<Type, DataModel> ByEvent = All.ToFrozenDictionary(model => model.EventType);

    /// <summary>The model that an event is of.</summary>
    /// <param name="modelEvent">The event.</param>
    public static DataModel Of(ModelEvent modelEvent) => ByEvent[modelEvent.GetType()];

    /// <summary>The roots of a model: none where there is no such model.</summary>
    /// <param name="name">The model's name.</param>
    public static IEnumerable<DataModel> Roots(string name) => All.Where(model => string.Equals(model.Name, name, StringComparison.Ordinal));

    /// <summary>The root of that model that is the dataset, or else whose child it is; the model's first without a dataset; null where there is none.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="dataset">The dataset's name with or without the root before it, or null.</param>
    public static DataModel? Find(string name, string? dataset = null) => dataset is null
        ? Roots(name).FirstOrDefault()
        : Roots(name).FirstOrDefault(model => string.Equals(model.Dataset, dataset, StringComparison.Ordinal)) ?? Roots(name).FirstOrDefault(model => model.FindChild(dataset) is not null);
}
