using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Join;

/// <summary><c>join fields [ ... ]</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Keys">The fields that must agree, on either side.</param>
/// <param name="Spec">The options; its keys are empty.</param>
/// <param name="Subsearch">The other side.</param>
internal sealed record JoinSyntax(
    TextSpan Span, TextSpan Keyword, ImmutableArray<(NameSyntax Left, NameSyntax Right)> Keys, JoinSpec Spec, SubsearchSyntax Subsearch) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "join",
        [
            Spec.KeepUnmatched ? "left" : "inner",
            $"max={Spec.Matches}",
            Spec.Time == JoinTime.Any ? "" : $"time={Spec.Time}",
            Spec.Overwrite ? "" : "keep",
            .. Keys.Select(key => ReferenceEquals(key.Left, key.Right) ? key.Left.Describe() : $"{Spec.LeftAlias}{key.Left.Describe()}={Spec.RightAlias}{key.Right.Describe()}"),
            Subsearch.Describe(),
        ]);
}
