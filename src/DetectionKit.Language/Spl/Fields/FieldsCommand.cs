using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Fields;

/// <summary><c>fields</c></summary>
internal sealed class FieldsCommand : SplCommand<FieldsSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["fields"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var (remove, first) = ParseSign(reader);
        ImmutableArray<NameSyntax> names = [.. first is null ? [] : new[] { first }, .. reader.ReadNames("a field")];
        if (names.IsEmpty && reader.AtCommandEnd)
            reader.ReportExpected("a field");
        return new FieldsSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, remove, names);
    }

    /// <inheritdoc/>
    protected override void Bind(FieldsSyntax syntax, PlanBuilder plan)
    {
        foreach (var name in syntax.Names.Where(name => !name.IsPattern && !IsInternal(name.Text)))
            plan.CheckMention(plan.Schema, name);

        ImmutableArray<string> patterns = [.. syntax.Names.Select(name => name.Text)];
        plan.Add(
            new FieldsStage(syntax.Span, patterns, syntax.Remove),
            syntax.Remove ? ColumnSelection.Remove(plan.Schema, patterns) : ColumnSelection.Keep(plan.Schema, patterns));
    }

    private static bool IsInternal(string column) => column.StartsWith('_');

    // `- a`, `-a`, `+ a`, `+a`
    private static (bool Remove, NameSyntax? First) ParseSign(SplReader reader)
    {
        var token = reader.Peek();
        if (token.Kind != TokenKind.Word || token.Text[0] is not ('-' or '+'))
            return (false, null);
        reader.Take();
        var rest = token.Text[1..];
        return (token.Text[0] == '-', rest.Length == 0 ? null : new NameSyntax(new TextSpan(token.Span.Start + 1, rest.Length), rest));
    }
}
