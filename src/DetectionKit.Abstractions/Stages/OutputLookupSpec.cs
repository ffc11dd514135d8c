namespace DetectionKit.Abstractions.Stages;

/// <summary><c>outputlookup</c>: writes the rows to a table, which the detector's later stages see until the run ends; the rows go on. Internal columns are not written.</summary>
/// <param name="Table">The lookup's name.</param>
/// <param name="Append">Whether the table's rows stay, and its columns are the only ones written.</param>
/// <param name="Key">The column by which rows replace the table's rows of the same value; null: none.</param>
/// <param name="Limit">How many rows are written; 0: all.</param>
/// <param name="EmptyTheTable">Whether a table is emptied where no row comes.</param>
public sealed record OutputLookupSpec(string Table, bool Append, string? Key, int Limit, bool EmptyTheTable) : StageSpec;
