using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.OutputLookup;

/// <summary><c>outputlookup</c></summary>
internal sealed class OutputLookupCommand : SplCommand<OutputLookupSyntax>
{
    private static readonly string[] Options =
        ["append", "create_empty", "override_if_empty", "max", "key_field", "allow_updates", "createinapp", "create_context", "output_format"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["outputlookup"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var spec = new OutputLookupSpec("", Append: false, Key: null, Limit: 0, EmptyTheTable: true);
        NameSyntax? table = null;
        while (!reader.AtCommandEnd)
        {
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                spec = Apply(reader, option, spec);
                continue;
            }

            if (table is not null)
            {
                reader.ReportExpected("an option or the end of the command");
                return null;
            }

            table = reader.ReadName("a lookup");
            if (table is null)
                return null;
        }

        if (table is not null)
            return new OutputLookupSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, table, spec with { Table = table.Text });
        reader.ReportExpected("a lookup");
        return null;
    }

    /// <inheritdoc/>
    protected override void Bind(OutputLookupSyntax syntax, PlanBuilder plan) => plan.Add(new SpecStage(syntax.Span, syntax.Spec, ColumnNeeds.All), plan.Schema);

    private static OutputLookupSpec Apply(SplReader reader, OptionSyntax option, OutputLookupSpec spec)
    {
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "append":
                return spec with { Append = reader.Flag(option) ?? false };
            case "override_if_empty":
                return spec with { EmptyTheTable = reader.Flag(option) ?? true };
            case "max":
                return spec with { Limit = reader.Count(option) ?? 0 };
            case "key_field":
                return spec with { Key = option.Value.Text };
            case "create_empty" or "createinapp" or "allow_updates":
                reader.Flag(option);
                return spec;
            case "create_context" or "output_format":
                return spec;
            default:
                reader.ReportUnknown(option, "outputlookup", Options);
                return spec;
        }
    }
}
