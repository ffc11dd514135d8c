using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Transaction;

/// <summary><c>transaction a b maxspan=5m</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Fields">The fields in which events agree.</param>
/// <param name="Spec">The options; its columns are empty.</param>
/// <param name="StartsWith">A search condition or an expression, or null.</param>
/// <param name="EndsWith">As <paramref name="StartsWith"/>.</param>
internal sealed record TransactionSyntax(
    TextSpan Span, TextSpan Keyword, ImmutableArray<NameSyntax> Fields, TransactionSpec Spec, SyntaxNode? StartsWith, SyntaxNode? EndsWith) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "transaction",
        [
            .. Fields.Select(field => field.Describe()),
            Spec.MaxSpan is { } span ? $"maxspan={span / 1_000_000_000}s" : "",
            Spec.MaxPause is { } pause ? $"maxpause={pause / 1_000_000_000}s" : "",
            Spec.MaxEvents is not 1000 ? $"maxevents={Spec.MaxEvents}" : "",
            StartsWith is null ? "" : $"startswith={StartsWith.Describe()}",
            EndsWith is null ? "" : $"endswith={EndsWith.Describe()}",
            Spec.Connected ? "" : "unconnected",
            Spec.KeepEvicted ? "keepevicted" : "",
            Spec.KeepOrphans ? "keeporphans" : "",
            Spec.Lists.IsEmpty ? "" : $"lists=({string.Join(' ', Spec.Lists)})",
        ]);
}
