namespace DetectionKit.Abstractions.Stages;

/// <summary><c>format</c>: one row whose column <c>search</c> says what the rows are, as a search condition.</summary>
/// <param name="Open">Before all rows.</param>
/// <param name="RowOpen">Before a row's columns.</param>
/// <param name="Between">Between two columns.</param>
/// <param name="RowClose">Behind a row's columns.</param>
/// <param name="BetweenRows">Between two rows.</param>
/// <param name="Close">Behind all rows.</param>
/// <param name="BetweenItems">Between two items of a multivalue column.</param>
/// <param name="Empty">The text where there is no row.</param>
/// <param name="Limit">How many rows are used; 0: all.</param>
public sealed record FormatSpec(
    string Open, string RowOpen, string Between, string RowClose, string BetweenRows, string Close, string BetweenItems, string Empty, int Limit) : StageSpec;
