using System.Collections.Immutable;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Lookup;

/// <summary><c>lookup name a AS b OUTPUT c AS d</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Table">The lookup.</param>
/// <param name="Inputs">What must match.</param>
/// <param name="Outputs">What is added; none: all that is no input.</param>
/// <param name="KeepExisting"><c>OUTPUTNEW</c></param>
internal sealed record LookupSyntax(
    TextSpan Span, TextSpan Keyword, NameSyntax Table, ImmutableArray<LookupPairSyntax> Inputs, ImmutableArray<LookupPairSyntax> Outputs, bool KeepExisting)
    : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "lookup",
        [
            Table.Describe(),
            .. Inputs.Select(input => input.Describe()),
            Outputs.IsEmpty ? "" : KeepExisting ? "outputnew" : "output",
            .. Outputs.Select(output => output.Describe()),
        ]);
}

/// <summary><c>column AS field</c>; a name alone is both.</summary>
/// <param name="Span">The whole.</param>
/// <param name="Column">The lookup's column.</param>
/// <param name="Field">The row's field.</param>
internal sealed record LookupPairSyntax(TextSpan Span, NameSyntax Column, NameSyntax Field) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Column.Describe()}->{Field.Describe()}";
}
