using System.Collections.Immutable;

namespace DetectionKit.Language.Plan;

/// <summary>Which columns rows can have at one place of a plan. Immutable.</summary>
/// <param name="Columns">The known columns, in order.</param>
/// <param name="IsOpen">Whether rows may have others too (raw events; a lookup whose table is not known).</param>
public sealed record PlanSchema(ImmutableArray<string> Columns, bool IsOpen)
{
    /// <summary>Any columns.</summary>
    public static PlanSchema Open { get; } = new([], true);

    /// <summary>The fields of raw events.</summary>
    public static PlanSchema Events { get; } = new([], true) { IsOfEvents = true };

    /// <summary>Whether columns that are not known are fields as the events' source gives them.</summary>
    public bool IsOfEvents { get; init; }

    /// <summary>Whether columns that are not known may also be names that a command took from values.</summary>
    public bool IsOfValues { get; init; }

    /// <summary>The schema with columns that only values tell.</summary>
    public PlanSchema Opened() => this with { IsOpen = true, IsOfValues = true };

    /// <summary>Whether a row can have that column.</summary>
    /// <param name="column">The column's name; compared exactly.</param>
    public bool CanHave(string column) => IsOpen || Has(column);

    /// <summary>Whether that column is a known one.</summary>
    /// <param name="column">The column's name; compared exactly.</param>
    public bool Has(string column) => Columns.Contains(column, StringComparer.Ordinal);

    /// <summary>The schema with that column too; a known one keeps its place.</summary>
    /// <param name="column">The column's name.</param>
    public PlanSchema With(string column) => Has(column) ? this : this with { Columns = Columns.Add(column) };

    /// <summary>The columns of either, those of the first before those that only the second has.</summary>
    /// <param name="first">One schema.</param>
    /// <param name="second">The other.</param>
    public static PlanSchema Union(PlanSchema first, PlanSchema second) =>
        new([.. first.Columns.Union(second.Columns, StringComparer.Ordinal)], first.IsOpen || second.IsOpen)
        {
            IsOfEvents = first.IsOfEvents || second.IsOfEvents,
            IsOfValues = (first.IsOpen && !first.IsOfEvents) || first.IsOfValues || (second.IsOpen && !second.IsOfEvents) || second.IsOfValues,
        };
}
