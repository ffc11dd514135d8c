using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Rex;

/// <summary><c>rex</c></summary>
internal sealed class RexCommand : SplCommand<RexSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["rex"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        NameSyntax? expression = null;
        var syntax = new RexSyntax(keyword.Span, keyword.Span, null, new NameSyntax(keyword.Span, ""), false, 1, null);
        while (!reader.AtCommandEnd)
        {
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                syntax = Apply(reader, syntax, option);
            }
            else if (expression is null && reader.ReadArgument("a regular expression") is { } argument)
            {
                expression = argument;
            }
            else
            {
                reader.ReportExpected("`|` or an option");
                return null;
            }
        }

        if (expression is not null)
            return syntax with { Span = reader.SpanFrom(keyword.Span.Start), Expression = expression };
        reader.ReportExpected("a regular expression");
        return null;
    }

    /// <inheritdoc/>
    protected override void Bind(RexSyntax syntax, PlanBuilder plan)
    {
        var column = syntax.Field is { } field ? plan.Column(field).Name : "_raw";
        if (syntax.IsSed)
        {
            if (SedReader.Read(syntax.Expression, plan) is { } edits)
                plan.Add(new SpecStage(syntax.Span, new SedSpec(column, edits), ColumnNeeds.Of(column)), plan.Schema);
            return;
        }

        ConstantTexts.CheckRegex(plan, syntax.Expression.Span, syntax.Expression.Text);
        var expression = TextRegex.Of(syntax.Expression.Text);
        var names = expression.Groups.Select(group => group.Name).OfType<string>().ToList();
        if (names.Count == 0 && expression.Error is null)
            plan.Report(DiagnosticTable.NoNamedGroup, syntax.Expression.Span);
        if (syntax.OffsetField is { } offsets)
            names.Add(offsets.Text);
        plan.Add(
            new SpecStage(syntax.Span, new RexSpec(column, expression, syntax.MaxMatch, syntax.OffsetField?.Text), ColumnNeeds.Of(column)),
            names.Aggregate(plan.Schema, (schema, name) => schema.With(name)));
    }

    private static RexSyntax Apply(SplReader reader, RexSyntax syntax, OptionSyntax option)
    {
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "field":
                return syntax with { Field = option.Value };
            case "max_match":
                return syntax with { MaxMatch = reader.Count(option) ?? 1 };
            case "offset_field":
                return syntax with { OffsetField = option.Value };
            case "mode":
                if (!string.Equals(option.Value.Text, "sed", StringComparison.OrdinalIgnoreCase))
                    reader.ReportValue(option, "`sed`");
                return syntax with { IsSed = true };
            default:
                reader.ReportUnknown(option, "rex", "field", "max_match", "offset_field", "mode");
                return syntax;
        }
    }
}
