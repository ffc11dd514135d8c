using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Models;

/// <summary>One root dataset of a CIM data model: the table of its fields, which the binder, the emitter and the engine share.</summary>
/// <param name="Name">The model: <c>Network_Traffic</c>.</param>
/// <param name="Dataset">The dataset, which prefixes the fields in searches: <c>All_Traffic</c>.</param>
/// <param name="Page">The page of the CIM manual that the table follows.</param>
/// <param name="EventType">The typed event.</param>
public abstract record DataModel(string Name, string Dataset, string Page, Type EventType)
{
    /// <summary>The fields in the order of CIM's page; <c>_time host source sourcetype</c> are not among them.</summary>
    public abstract IReadOnlyList<ModelField> AllFields { get; }

    /// <summary>The datasets below the root that searches may name.</summary>
    public ImmutableArray<ModelChild> Children { get; init; } = [];

    /// <summary>The dataset below the root of that name, or null: its path with or without the root before it, or the path's last part.</summary>
    /// <param name="name">The dataset's name.</param>
    public ModelChild? FindChild(string name)
    {
        var path = name.StartsWith(Dataset + ".", StringComparison.Ordinal) ? name[(Dataset.Length + 1)..] : name;
        return Children.FirstOrDefault(child =>
            string.Equals(child.Path, path, StringComparison.Ordinal) || child.Path.EndsWith("." + path, StringComparison.Ordinal));
    }

    /// <summary>The field of that name, or null. Names are compared exactly.</summary>
    /// <param name="name">CIM's name without prefix.</param>
    public ModelField? Find(string name) => AllFields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));
}

/// <summary>A data model with its typed fields.</summary>
/// <typeparam name="TEvent">The model's event.</typeparam>
/// <param name="Name">The model.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Page">The page of the CIM manual.</param>
/// <param name="Fields">The fields in the order of CIM's page.</param>
public sealed record DataModel<TEvent>(string Name, string Dataset, string Page, ImmutableArray<ModelField<TEvent>> Fields)
    : DataModel(Name, Dataset, Page, typeof(TEvent))
    where TEvent : ModelEvent
{
    /// <inheritdoc/>
    public override IReadOnlyList<ModelField> AllFields => Fields;
}
