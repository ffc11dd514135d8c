using System.Collections.Frozen;

namespace DetectionKit.Abstractions.Events;

/// <summary>What a sink wants to see, so that a reader makes nothing that nobody reads.</summary>
/// <param name="Models">Names of data models; null: all.</param>
/// <param name="SourceTypes">Raw source types, case aside; null: all.</param>
public sealed record EventInterest(FrozenSet<string>? Models, FrozenSet<string>? SourceTypes)
{
    /// <summary>Everything.</summary>
    public static EventInterest All { get; } = new(null, null);

    /// <summary>Nothing.</summary>
    public static EventInterest None { get; } = new(FrozenSet<string>.Empty, FrozenSet<string>.Empty);

    /// <summary>Whether events of that data model are wanted.</summary>
    /// <param name="model">The model's name.</param>
    public bool WantsModel(string model) => Models is null || Models.Contains(model);

    /// <summary>Whether raw events of that source type are wanted.</summary>
    /// <param name="sourceType">The source type.</param>
    public bool WantsRaw(string sourceType) => SourceTypes is null || SourceTypes.Contains(sourceType);
}
