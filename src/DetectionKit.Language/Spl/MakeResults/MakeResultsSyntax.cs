using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.MakeResults;

/// <summary><c>makeresults count=3</c>, <c>makeresults format=csv data="a,b ..."</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Format">What the data is: <c>csv</c> or <c>json</c>.</param>
/// <param name="Data">The rows themselves, or null.</param>
internal sealed record MakeResultsSyntax(TextSpan Span, TextSpan Keyword, int Count, string Format, OptionSyntax? Data) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => Data is null ? List("makeresults", $"count={Count}") : List("makeresults", $"format={Format}", Data.Describe());
}
