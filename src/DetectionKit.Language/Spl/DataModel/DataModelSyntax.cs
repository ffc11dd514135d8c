using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.DataModel;

/// <summary><c>datamodel Web Web search</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Dataset">The model and the dataset, with a dot between.</param>
/// <param name="IsFlat">Whether fields stand without the dataset's name.</param>
internal sealed record DataModelSyntax(TextSpan Span, TextSpan Keyword, NameSyntax Dataset, bool IsFlat) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("datamodel", Dataset.Describe(), IsFlat ? "flat" : "");
}
