using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Conditions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Transaction;

/// <summary><c>transaction</c></summary>
internal sealed class TransactionCommand : SplCommand<TransactionSyntax>
{
    private static readonly ImmutableArray<string> Made = ["duration", "eventcount", "closed_txn"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["transaction"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword) => new TransactionParser(reader).Parse(keyword);

    /// <inheritdoc/>
    protected override void Bind(TransactionSyntax syntax, PlanBuilder plan)
    {
        foreach (var field in syntax.Fields)
            plan.Column(field);
        var made = syntax.Spec.KeepOrphans ? Made.Add("_txn_orphan") : Made;
        plan.Add(
            new TransactionStage(
                syntax.Span, syntax.Spec with { Columns = [.. syntax.Fields.Select(field => field.Text)] }, Test(syntax.StartsWith, plan), Test(syntax.EndsWith, plan)),
            made.Aggregate(plan.Schema, (schema, column) => schema.With(column)));
    }

    private static RowTest? Test(SyntaxNode? syntax, PlanBuilder plan)
    {
        switch (syntax)
        {
            case ExpressionSyntax expression:
                return new RowTest(null, ExpressionBinder.BindCondition(expression, plan));
            case SearchSyntax { HasSubsearch: true }:
                plan.Report(DiagnosticTable.UnsupportedOption, syntax.Span, "a subsearch in `transaction`");
                return null;
            case SearchSyntax condition:
                return new RowTest(PredicateBinder.Bind(condition, plan, new RowScope(plan)).Predicate, null);
            default:
                return null;
        }
    }
}
