using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Rex;

/// <summary><c>rex field=a max_match=0 offset_field=o "(?&lt;b&gt;...)"</c>, <c>rex field=a mode=sed "s/x/y/g"</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Field">The field that is searched; null: <c>_raw</c>.</param>
/// <param name="Expression">The regular expression, or the edits.</param>
/// <param name="IsSed">Whether texts are edited in place.</param>
/// <param name="MaxMatch">How many matches are used; 0: all.</param>
/// <param name="OffsetField">The field that gets where the groups matched, or null.</param>
internal sealed record RexSyntax(
    TextSpan Span, TextSpan Keyword, NameSyntax? Field, NameSyntax Expression, bool IsSed, int MaxMatch, NameSyntax? OffsetField) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "rex",
        Field is null ? "" : $"field={Field.Describe()}",
        IsSed ? "sed" : "",
        MaxMatch == 1 ? "" : $"max_match={MaxMatch}",
        OffsetField is null ? "" : $"offset_field={OffsetField.Describe()}",
        Expression.Describe());
}
