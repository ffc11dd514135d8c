using System.Collections.Immutable;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Convert;

/// <summary><c>convert timeformat="..." f(x) AS y ...</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="TimeFormat">The format, or null.</param>
/// <param name="Conversions">The conversions in order.</param>
internal sealed record ConvertSyntax(TextSpan Span, TextSpan Keyword, NameSyntax? TimeFormat, ImmutableArray<ConversionSyntax> Conversions)
    : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() =>
        List("convert", [TimeFormat is null ? "" : $"timeformat={TimeFormat.Describe()}", .. Conversions.Select(conversion => conversion.Describe())]);
}

/// <summary>One conversion.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Function">Its function, in lower case.</param>
/// <param name="Field">The field or pattern.</param>
/// <param name="As">The field that gets the result, or null.</param>
internal sealed record ConversionSyntax(TextSpan Span, string Function, NameSyntax Field, NameSyntax? As) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override string Describe() => List(Function, Field.Describe(), As is null ? "" : $"->{As.Describe()}");
}
