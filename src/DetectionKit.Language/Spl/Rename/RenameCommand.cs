using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Rename;

/// <summary><c>rename</c></summary>
internal sealed class RenameCommand : SplCommand<RenameSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["rename"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var pairs = ImmutableArray.CreateBuilder<(NameSyntax, NameSyntax)>();
        do
        {
            if (reader.ReadName("the field to rename") is not { } from)
                return null;
            if (!reader.TryTakeWord("as"))
            {
                reader.ReportExpected("`AS` and the new name");
                return null;
            }

            if (reader.ReadName("the new name") is not { } to)
                return null;
            pairs.Add((from, to));
            reader.TryTake(TokenKind.Comma);
        }
        while (!reader.AtCommandEnd);
        return new RenameSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, pairs.ToImmutable());
    }

    /// <inheritdoc/>
    protected override void Bind(RenameSyntax syntax, PlanBuilder plan)
    {
        var schema = plan.Schema;
        foreach (var (from, to) in syntax.Pairs)
        {
            if (from.Stars != to.Stars && to.Stars > 0)
                plan.Report(DiagnosticTable.WildcardMismatch, to.Span, from.Text, to.Text);
            plan.CheckMention(schema, from);
            if (from.IsPattern && schema.IsOfEvents)
                plan.Reads.Renames.Add((from.Text, to.Text));
            schema = Wildcards.Rename(schema, from.Text, to.Text);
        }

        plan.Add(new RenameStage(syntax.Span, [.. syntax.Pairs.Select(pair => new RenamePair(pair.From.Text, pair.To.Text))]), schema);
    }
}
