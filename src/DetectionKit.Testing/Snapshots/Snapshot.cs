using System.Collections.Immutable;

namespace DetectionKit.Testing.Snapshots;

/// <summary>What one detection finds: dataset path to rows, each row one line of JSON; only datasets with rows. Immutable.</summary>
/// <param name="Datasets">The rows of each dataset, in the search's order.</param>
public sealed record Snapshot(ImmutableSortedDictionary<string, ImmutableArray<string>> Datasets)
{
    /// <summary>Finds nothing anywhere.</summary>
    public static Snapshot Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));

    /// <summary>The rows on a dataset; none: empty.</summary>
    /// <param name="dataset">The dataset's path.</param>
    public ImmutableArray<string> RowsOf(string dataset) => Datasets.GetValueOrDefault(dataset, []);

    /// <summary>The snapshot with these rows for a dataset in place of what it has.</summary>
    /// <param name="dataset">The dataset's path.</param>
    /// <param name="rows">Its rows.</param>
    public Snapshot With(string dataset, ImmutableArray<string> rows) =>
        new(rows.IsEmpty ? Datasets.Remove(dataset) : Datasets.SetItem(dataset, rows));

    /// <summary>Whether both hold the same rows in the same order.</summary>
    /// <param name="other">The other snapshot.</param>
    public bool SameAs(Snapshot other) =>
        Datasets.Count == other.Datasets.Count
        && Datasets.All(pair => other.Datasets.TryGetValue(pair.Key, out var rows) && rows.SequenceEqual(pair.Value, StringComparer.Ordinal));
}
