using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Convert;

/// <summary><c>convert</c></summary>
internal sealed class ConvertCommand : SplCommand<ConvertSyntax>
{
    private const string DefaultTimeFormat = "%m/%d/%Y %H:%M:%S";

    private static readonly ImmutableArray<string> Functions =
        ["auto", "ctime", "dur2sec", "memk", "mktime", "mstime", "none", "num", "rmcomma", "rmunit"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["convert"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        NameSyntax? timeFormat = null;
        var conversions = ImmutableArray.CreateBuilder<ConversionSyntax>();
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                if (option.Is("timeformat"))
                    timeFormat = option.Value;
                else
                    reader.ReportUnknown(option, "convert", "timeformat");
            }
            else if (ParseConversion(reader) is { } conversion)
            {
                conversions.Add(conversion);
            }
            else
            {
                return null;
            }
        }

        if (conversions.Count == 0)
            reader.ReportExpected("a conversion: `ctime(field)`");
        return new ConvertSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, timeFormat, conversions.ToImmutable());
    }

    /// <inheritdoc/>
    protected override void Bind(ConvertSyntax syntax, PlanBuilder plan)
    {
        var schema = plan.Schema;
        foreach (var conversion in syntax.Conversions)
        {
            if (!conversion.Field.IsPattern)
                plan.CheckMention(schema, conversion.Field);
            if (conversion.As is { } target && (schema.IsOpen || schema.Has(conversion.Field.Text)))
                schema = Wildcards.Copy(schema, conversion.Field.Text, target.Text);
        }

        plan.Add(
            new ConvertStage(
                syntax.Span,
                syntax.TimeFormat?.Text ?? DefaultTimeFormat,
                [.. syntax.Conversions.Select(conversion => new Conversion(conversion.Function, conversion.Field.Text, conversion.As?.Text))]),
            schema);
    }

    private static ConversionSyntax? ParseConversion(SplReader reader)
    {
        var name = reader.Peek();
        if (name.Kind != TokenKind.Word)
        {
            reader.ReportExpected("a conversion: `ctime(field)`");
            return null;
        }

        reader.Take();
        var function = name.Text.ToLowerInvariant();
        if (!Functions.Contains(function, StringComparer.Ordinal))
        {
            var near = Suggestion.For(function, Functions);
            reader.ReportWithFix(DiagnosticTable.UnknownFunction, name.Span, near, name.Text, Suggestion.Tail(near));
        }

        if (!reader.Require(TokenKind.OpenParenthesis, "`(`") || reader.ReadName("a field") is not { } field || !reader.Require(TokenKind.CloseParenthesis, "`)`"))
            return null;
        var target = reader.TryTakeWord("as") ? reader.ReadName("a field") : null;
        return new ConversionSyntax(reader.SpanFrom(name.Span.Start), function, field, target);
    }
}
