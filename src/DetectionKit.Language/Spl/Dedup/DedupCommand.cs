using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Sort;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Dedup;

/// <summary><c>dedup</c></summary>
internal sealed class DedupCommand : SplCommand<DedupSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["dedup"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var keep = ParseKeep(reader);
        var options = new DedupOptions(false, false, false);
        var fields = ImmutableArray.CreateBuilder<NameSyntax>();
        var sortBy = ImmutableArray.CreateBuilder<SortKeySyntax>();
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                options = Apply(reader, options, option);
            }
            else if (reader.TryTakeWord("sortby"))
            {
                while (!reader.AtCommandEnd && !reader.AtOption())
                {
                    if (reader.TryTake(TokenKind.Comma))
                        continue;
                    if (SortKeys.Read(reader) is not { } key)
                        return null;
                    sortBy.Add(key);
                }
            }
            else if ((fields.Count == 0 || !LostPipe.IsReportedInList(reader)) && reader.ReadName("a field") is { } name)
            {
                fields.Add(name);
            }
            else
            {
                return null;
            }
        }

        if (fields.Count == 0)
            reader.ReportExpected("a field");
        return new DedupSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, keep, fields.ToImmutable(), options, sortBy.ToImmutable());
    }

    /// <inheritdoc/>
    protected override void Bind(DedupSyntax syntax, PlanBuilder plan)
    {
        var spec = new DedupSpec(
            [.. syntax.Fields.Select(name => plan.Column(name).Name)],
            syntax.Keep,
            syntax.Options.KeepEvents,
            syntax.Options.KeepEmpty,
            syntax.Options.Consecutive,
            [.. syntax.SortBy.Select(key => new Abstractions.Stages.SortKey(plan.Column(key.Field).Name, key.Descending, key.Comparison))]);
        plan.Add(new DedupStage(syntax.Span, spec), plan.Schema);
    }

    private static int ParseKeep(SplReader reader)
    {
        var token = reader.Peek();
        if (token.Kind != TokenKind.Word || !int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var keep))
            return 1;
        reader.Take();
        if (keep > 0)
            return keep;
        reader.Report(DiagnosticTable.BadOptionValue, token.Span, "the count of `dedup`", token.Text, "1 or more");
        return 1;
    }

    private static DedupOptions Apply(SplReader reader, DedupOptions options, OptionSyntax option)
    {
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "keepevents":
                return options with { KeepEvents = reader.Flag(option) == true };
            case "keepempty":
                return options with { KeepEmpty = reader.Flag(option) == true };
            case "consecutive":
                return options with { Consecutive = reader.Flag(option) == true };
            default:
                reader.ReportUnknown(option, "dedup", "keepevents", "keepempty", "consecutive");
                return options;
        }
    }
}
