using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.FieldFormat;

/// <summary><c>fieldformat a=tostring(a, "commas")</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Target">The field.</param>
/// <param name="Value">How it is shown.</param>
internal sealed record FieldFormatSyntax(TextSpan Span, TextSpan Keyword, NameSyntax Target, ExpressionSyntax Value) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("fieldformat", Target.Describe(), Value.Describe());
}
