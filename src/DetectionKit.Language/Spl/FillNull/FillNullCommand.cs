using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.FillNull;

/// <summary><c>fillnull</c></summary>
internal sealed class FillNullCommand : SplCommand<FillNullSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["fillnull"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        NameSyntax? value = null;
        var fields = ImmutableArray.CreateBuilder<NameSyntax>();
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                if (option.Is("value"))
                    value = option.Value;
                else
                    reader.ReportUnknown(option, "fillnull", "value");
            }
            else if (reader.ReadName("a field") is { } name)
            {
                fields.Add(name);
            }
            else
            {
                return null;
            }
        }

        return new FillNullSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, value, fields.ToImmutable());
    }

    /// <inheritdoc/>
    protected override void Bind(FillNullSyntax syntax, PlanBuilder plan)
    {
        var schema = plan.Schema;
        var columns = ImmutableArray.CreateBuilder<string>();
        foreach (var name in syntax.Fields)
        {
            string[] known = name.IsPattern && !schema.IsOpen ? [.. schema.Columns.Where(column => Wildcards.Matches(name.Text, column))] : [];
            columns.AddRange(known.Length > 0 ? known : [name.Text]);
            if (!name.IsPattern)
                schema = schema.With(name.Text);
        }

        plan.Add(new FillNullStage(syntax.Span, Fill(syntax.Value?.Text ?? "0"), columns.ToImmutable()), schema);
    }
    // A whole number is one, as any result that is written so.
    private static Value Fill(string text) =>
        Value.Of(text) is var value && value.TryGetInteger(out var whole) && string.Equals(Value.Of(whole).ToText(), text, StringComparison.Ordinal) ? Value.Of(whole) : value;
}
