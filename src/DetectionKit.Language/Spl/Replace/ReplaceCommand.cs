using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Replace;

/// <summary><c>replace</c></summary>
internal sealed class ReplaceCommand : SplCommand<ReplaceSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["replace"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var pairs = ImmutableArray.CreateBuilder<(NameSyntax, NameSyntax)>();
        var fields = ImmutableArray<NameSyntax>.Empty;
        do
        {
            if (reader.ReadArgument("what to replace", TokenKind.Comma) is not { } from)
                return null;
            if (!reader.TryTakeWord("with"))
            {
                reader.ReportExpected("`WITH` and what comes in its place");
                return null;
            }

            if (reader.ReadArgument("what comes in its place", TokenKind.Comma) is not { } to)
                return null;
            pairs.Add((from, to));
            reader.TryTake(TokenKind.Comma);
            if (!reader.TryTakeWord("in"))
                continue;
            fields = reader.ReadNames("a field");
            if (fields.IsEmpty)
                reader.ReportExpected("a field");
            break;
        }
        while (!reader.AtCommandEnd);
        return new ReplaceSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, pairs.ToImmutable(), fields);
    }

    /// <inheritdoc/>
    protected override void Bind(ReplaceSyntax syntax, PlanBuilder plan)
    {
        foreach (var (from, to) in syntax.Pairs)
        {
            if (from.Stars != to.Stars && to.Stars > 0)
                plan.Report(DiagnosticTable.WildcardMismatch, to.Span, from.Text, to.Text);
        }

        foreach (var field in syntax.Fields.Where(field => !field.IsPattern))
            plan.CheckMention(plan.Schema, field);
        var spec = new ReplaceSpec([.. syntax.Pairs.Select(pair => new RenamePair(pair.From.Text, pair.To.Text))], [.. syntax.Fields.Select(field => field.Text)]);
        plan.Add(new SpecStage(syntax.Span, spec, ColumnNeeds.Of()), plan.Schema);
    }
}
