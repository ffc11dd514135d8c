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

    /// <summary>The model of that name, or null; with a dataset, the one that is it, or has it as a child of the same events, else the model's first.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="dataset">The dataset's name, or null.</param>
    public static DataModel? Find(string name, string? dataset = null) => All.FirstOrDefault(model =>
        string.Equals(model.Name, name, StringComparison.Ordinal)
        && (dataset is null || string.Equals(model.Dataset, dataset, StringComparison.Ordinal) || model.Children.Any(child => child.Field is null && string.Equals(child.Path, dataset, StringComparison.Ordinal))));
}
