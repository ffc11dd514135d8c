using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Table;

/// <summary><c>table</c></summary>
internal sealed class TableCommand : SplCommand<TableSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["table"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var names = reader.ReadNames("a field");
        if (names.IsEmpty && reader.AtCommandEnd)
            reader.ReportExpected("a field");
        return new TableSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, names);
    }

    /// <inheritdoc/>
    protected override void Bind(TableSyntax syntax, PlanBuilder plan)
    {
        foreach (var name in syntax.Names.Where(name => !name.IsPattern))
            plan.CheckMention(plan.Schema, name);
        ImmutableArray<string> patterns = [.. syntax.Names.Select(name => name.Text)];
        plan.Add(new TableStage(syntax.Span, patterns), ColumnSelection.Table(plan.Schema, patterns));
    }
}
