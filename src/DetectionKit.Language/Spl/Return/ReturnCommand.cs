using System.Globalization;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Return;

/// <summary><c>return</c></summary>
internal sealed class ReturnCommand : SplCommand<ReturnSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["return"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var limit = 1;
        if (reader.Peek() is { Kind: TokenKind.Word } first && int.TryParse(first.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            limit = count;
            reader.Take();
        }

        var columns = new List<(NameSyntax, string?)>();
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (ReadColumn(reader) is not { } column)
                return null;
            columns.Add(column);
        }

        if (columns.Count > 0)
            return new ReturnSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, limit, columns);
        reader.ReportExpected("a field");
        return null;
    }

    /// <inheritdoc/>
    protected override void Bind(ReturnSyntax syntax, PlanBuilder plan)
    {
        foreach (var (column, _) in syntax.Columns)
            plan.Column(column);
        plan.Add(new SpecStage(syntax.Span, syntax.ToSpec(), ColumnNeeds.Only(syntax.Columns.Select(column => column.Column.Text))), new PlanSchema(["search"], IsOpen: false));
    }

    // A field, `alias=field`, or `$field`: its value alone.
    private static (NameSyntax Column, string? Name)? ReadColumn(SplReader reader)
    {
        if (reader.ReadName("a field") is not { } name)
            return null;
        if (name.Text.Length > 1 && name.Text[0] == '$')
            return (new NameSyntax(TextSpan.FromBounds(name.Span.Start + 1, name.Span.End), name.Text[1..].TrimEnd('$')), null);
        if (!reader.TryTake(TokenKind.Equal))
            return (name, name.Text);
        return reader.ReadName("the field") is { } field ? (field, name.Text) : null;
    }
}
