using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Set;

/// <summary><c>set diff [ ... ] [ ... ]</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Operation">What is kept.</param>
/// <param name="First">One subsearch.</param>
/// <param name="Second">The other.</param>
internal sealed record SetSyntax(TextSpan Span, TextSpan Keyword, SetOperation Operation, SubsearchSyntax First, SubsearchSyntax Second) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("set", Operation.ToString(), First.Describe(), Second.Describe());
}
