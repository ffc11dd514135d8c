using System.Collections.Immutable;
using DetectionKit.Language.Spl.Sort;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Dedup;

/// <summary><c>dedup 3 a, b keepempty=true sortby -c</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Keep">How many rows of a combination are kept.</param>
/// <param name="Fields">The fields in order.</param>
/// <param name="Options">The options as written.</param>
/// <param name="SortBy">The keys behind <c>sortby</c>.</param>
internal sealed record DedupSyntax(
    TextSpan Span,
    TextSpan Keyword,
    int Keep,
    ImmutableArray<NameSyntax> Fields,
    DedupOptions Options,
    ImmutableArray<SortKeySyntax> SortBy) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "dedup",
        [
            Keep == 1 ? "" : $"keep={Keep}",
            .. Fields.Select(name => name.Describe()),
            Options.KeepEvents ? "keepevents" : "",
            Options.KeepEmpty ? "keepempty" : "",
            Options.Consecutive ? "consecutive" : "",
            SortBy.IsEmpty ? "" : $"sortby=({string.Join(' ', SortBy.Select(key => key.Describe()))})",
        ]);
}

/// <summary>The options of a dedup.</summary>
/// <param name="KeepEvents">Further rows stay without the fields.</param>
/// <param name="KeepEmpty">Rows that lack a field stay.</param>
/// <param name="Consecutive">Only neighbours count as the same.</param>
internal sealed record DedupOptions(bool KeepEvents, bool KeepEmpty, bool Consecutive);
