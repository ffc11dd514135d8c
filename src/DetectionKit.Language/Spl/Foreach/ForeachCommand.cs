using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Eval;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Foreach;

/// <summary><c>foreach</c> with eval in its brackets.</summary>
internal sealed class ForeachCommand : SplCommand<ForeachSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["foreach"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var mode = ForeachMode.Multifield;
        var names = TemplateNames.Default;
        var fields = ImmutableArray.CreateBuilder<NameSyntax>();
        while (reader.Peek().Kind != TokenKind.OpenBracket && !reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                if (names.With(option.Name.Text, option.Value.Text) is { } named)
                    names = named;
                else
                    mode = Apply(reader, option, mode);
            }
            else if (reader.ReadName("a field or a subsearch in `[ ]`") is { } field)
            {
                fields.Add(field);
            }
            else
            {
                return null;
            }
        }

        if (fields.Count == 0)
        {
            reader.ReportExpected("a field");
            return null;
        }

        return reader.ReadSubsearch() is { } subsearch
            ? new ForeachSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, mode, fields.ToImmutable(), names, subsearch)
            : null;
    }

    /// <inheritdoc/>
    protected override void Bind(ForeachSyntax syntax, PlanBuilder plan)
    {
        if (syntax.Mode != ForeachMode.Multifield)
            plan.Column(syntax.Fields[0]);
        var turn = plan.Nested();
        turn.BeginTemplate(syntax.Span, plan.Schema);
        if (syntax.Mode == ForeachMode.Multifield && syntax.Subsearch.Commands.Any(command => command is not (EvalSyntax or UnreadCommandSyntax)))
        {
            ForeachPipelineBinder.Bind(syntax, turn, plan);
            return;
        }

        foreach (var command in syntax.Subsearch.Commands)
        {
            if (command is not (EvalSyntax or UnreadCommandSyntax))
                plan.Report(DiagnosticTable.UnsupportedOption, command.Keyword, $"`{plan.TextOf(command.Keyword)}` in `foreach`");
        }

        PipelineBinder.Bind([.. syntax.Subsearch.Commands.OfType<EvalSyntax>().Select(syntax.Names.In)], turn);
        ImmutableArray<BoundAssignment> assignments = [.. turn.Stages.OfType<EvalStage>().SelectMany(stage => stage.Assignments)];
        ImmutableArray<string> templates = [.. assignments.SelectMany(assignment => ColumnReads.Of(assignment.Expression)).Where(Templates.IsOne).Distinct(StringComparer.Ordinal)];
        ImmutableArray<string> patterns = [.. syntax.Fields.Select(field => field.Text)];
        plan.Add(new ForeachStage(syntax.Span, syntax.Mode, patterns, assignments, templates), Behind(plan.Schema, patterns, assignments));
    }

    private static PlanSchema Behind(PlanSchema schema, ImmutableArray<string> patterns, ImmutableArray<BoundAssignment> assignments)
    {
        var before = schema;
        foreach (var target in assignments.Select(assignment => assignment.Column))
        {
            if (!Templates.IsOne(target))
                schema = schema.With(target);
            else
                schema = patterns.SelectMany(pattern => before.Columns.Select(column => Templates.Fill(target, pattern, column))).OfType<string>().Aggregate(schema, (all, column) => all.With(column));
        }

        return schema;
    }

    private static ForeachMode Apply(SplReader reader, OptionSyntax option, ForeachMode mode)
    {
        switch (option.Name.Text.ToLowerInvariant(), option.Value.Text.ToLowerInvariant())
        {
            case ("mode", "multifield"):
                return ForeachMode.Multifield;
            case ("mode", "multivalue"):
                return ForeachMode.Multivalue;
            case ("mode", "auto_collections"):
                return ForeachMode.AutoCollections;
            case ("mode", "json_array"):
                return ForeachMode.JsonArray;
            case ("mode", _):
                reader.Report(DiagnosticTable.BadOptionValue, option.Value.Span, "mode", option.Value.Text, "`multifield`, `multivalue`, `json_array` or `auto_collections`");
                return mode;
            default:
                reader.ReportUnknown(option, "foreach", ["mode", .. TemplateNames.Options]);
                return mode;
        }
    }
}
