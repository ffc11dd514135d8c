using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>head</c>: the first rows, as many as the limit, or as long as a condition holds.</summary>
/// <param name="Limit">How many; null: no limit.</param>
/// <param name="While">The condition; null: none.</param>
/// <param name="KeepLast">Whether the row that ends it, its condition not holding, is kept as well.</param>
public sealed record HeadSpec(int? Limit, RowPredicate? While, bool KeepLast) : StageSpec;
