using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models;

/// <summary>One root dataset of a CIM data model: the table of its fields, which the binder, the emitter and the engine share.</summary>
/// <param name="Name">The model: <c>Network_Traffic</c>.</param>
/// <param name="Dataset">The dataset, which prefixes the fields in searches: <c>All_Traffic</c>.</param>
/// <param name="Page">The page of the CIM manual that the table follows.</param>
/// <param name="EventType">The typed event.</param>
public abstract record DataModel(string Name, string Dataset, string Page, Type EventType)
{
    /// <summary>The fields in the order of the event's class, then those of assets and identities; <c>_time host source sourcetype</c> are not among them.</summary>
    public abstract IReadOnlyList<ModelField> AllFields { get; }

    /// <summary>The datasets below the root that searches may name.</summary>
    public ImmutableArray<ModelChild> Children { get; init; } = [];

    /// <summary>The fields that name assets: each has <c>_bunit _category _priority</c> beside it, which an asset lookup fills.</summary>
    public ImmutableArray<string> Assets { get; init; } = [];

    /// <summary>The fields that name users: each has <c>_bunit _category _priority</c> beside it, which an identity lookup fills.</summary>
    public ImmutableArray<string> Identities { get; init; } = [];

    /// <summary>Whether assets have <c>_is_expected _requires_av _should_timesync _should_update</c> too.</summary>
    public bool AssetFlags { get; init; }

    /// <summary>The dataset below the root of that name, or null: its path with or without the root before it, or the path's last parts.</summary>
    /// <param name="name">The dataset's name.</param>
    public ModelChild? FindChild(string name)
    {
        var path = name.StartsWith(Dataset + ".", StringComparison.Ordinal) ? name[(Dataset.Length + 1)..] : name;
        return Children.FirstOrDefault(child =>
            string.Equals(child.Path, path, StringComparison.Ordinal) || child.Path.EndsWith("." + path, StringComparison.Ordinal));
    }

    /// <summary>A dataset below the root and those above it, from the top: an event belongs to it when it belongs to all of them.</summary>
    /// <param name="child">The dataset.</param>
    public IEnumerable<ModelChild> Lineage(ModelChild child) => Children.Where(one =>
        string.Equals(one.Path, child.Path, StringComparison.Ordinal) || child.Path.StartsWith(one.Path + ".", StringComparison.Ordinal));

    /// <summary>The field of that name, or null. Names are compared exactly.</summary>
    /// <param name="name">CIM's name without prefix.</param>
    public ModelField? Find(string name) => AllFields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    /// <summary>Reads a field of an event of this model; no value where the model has no such field.</summary>
    /// <param name="modelEvent">An event of <see cref="EventType"/>.</param>
    /// <param name="field">CIM's name without prefix.</param>
    public abstract Value Read(ModelEvent modelEvent, string field);
}

/// <summary>A data model with its typed fields.</summary>
/// <typeparam name="TEvent">The model's event, whose marked properties are the fields.</typeparam>
/// <param name="Name">The model.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Page">The page of the CIM manual.</param>
public sealed record DataModel<TEvent>(string Name, string Dataset, string Page) : DataModel(Name, Dataset, Page, typeof(TEvent))
    where TEvent : ModelEvent
{
    private ImmutableArray<ModelField<TEvent>> _fields;

    /// <summary>The fields in the order of the event's class, then those of assets and identities.</summary>
    public ImmutableArray<ModelField<TEvent>> Fields
    {
        get
        {
            // Made when first asked for: most runs touch few models.
            if (_fields.IsDefault)
                ImmutableInterlocked.InterlockedInitialize(ref _fields, FieldTable.Of(this));
            return _fields;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ModelField> AllFields => Fields;

    /// <inheritdoc/>
    public override Value Read(ModelEvent modelEvent, string field) =>
        modelEvent is TEvent typed && Find(field) is ModelField<TEvent> found ? found.Read(typed) : Value.Null;
}
