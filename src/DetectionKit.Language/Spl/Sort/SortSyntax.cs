using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Sort;

/// <summary><c>sort 10 -count, +ip(src)</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Limit">How many rows are kept; null: as many as Splunk keeps unasked.</param>
/// <param name="Keys">The keys in order.</param>
internal sealed record SortSyntax(TextSpan Span, TextSpan Keyword, int? Limit, ImmutableArray<SortKeySyntax> Keys) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("sort", [Limit is { } limit ? $"limit={limit}" : "", .. Keys.Select(key => key.Describe())]);
}

/// <summary>One key.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">The field.</param>
/// <param name="Descending">Whether the largest comes first.</param>
/// <param name="Comparison">How two values compare.</param>
internal sealed record SortKeySyntax(TextSpan Span, NameSyntax Field, bool Descending, SortComparison Comparison) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override string Describe() =>
        (Descending ? "-" : "+") + (Comparison == SortComparison.Auto ? Field.Describe() : $"{Comparison}({Field.Describe()})");
}
