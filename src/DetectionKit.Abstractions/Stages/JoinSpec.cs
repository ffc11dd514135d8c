using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>join</c>: adds to each row the columns of the subsearch's rows that agree with it.</summary>
/// <param name="Keys">The columns that must agree; empty: all that both sides have, but internal ones.</param>
/// <param name="KeepUnmatched">Left join: whether a row without a match stays.</param>
/// <param name="Matches">How many matches of a row are used, each making a row; 0: all.</param>
/// <param name="Time">Which matches <c>_time</c> allows.</param>
/// <param name="Overwrite">Whether what the subsearch has replaces what is there.</param>
/// <param name="Limit">How many rows of the subsearch are taken; 0: all.</param>
/// <param name="LeftAlias">The text put before each column of the rows; empty: none.</param>
/// <param name="RightAlias">The text put before each column of the subsearch's rows; empty: none.</param>
public sealed record JoinSpec(
    ImmutableArray<JoinKey> Keys, bool KeepUnmatched, int Matches, JoinTime Time, bool Overwrite, int Limit, string LeftAlias, string RightAlias) : StageSpec;

/// <summary>Two columns that must agree.</summary>
/// <param name="Left">The row's.</param>
/// <param name="Right">The subsearch's.</param>
public readonly record struct JoinKey(string Left, string Right);

/// <summary>Which rows of the subsearch a join takes by their <c>_time</c>; those of the same second it always takes.</summary>
public enum JoinTime
{
    /// <summary>Time does not matter.</summary>
    Any,

    /// <summary>Those before the row.</summary>
    Earlier,

    /// <summary>Those after the row.</summary>
    Later,
}
