using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Eval;

/// <summary><c>eval</c></summary>
internal sealed class EvalCommand : SplCommand<EvalSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["eval"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var assignments = ImmutableArray.CreateBuilder<AssignmentSyntax>();
        do
        {
            reader.Mode = LexerMode.Words;
            if (reader.ReadName("the field to set") is not { } target || !reader.Require(TokenKind.Equal, "`=`"))
                return null;
            if (ExpressionParser.Parse(reader) is not { } value)
                return null;
            assignments.Add(new AssignmentSyntax(reader.SpanFrom(target.Span.Start), target, value));
        }
        while (reader.TryTake(TokenKind.Comma));
        if (reader.AtCommandEnd)
            return new EvalSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, assignments.ToImmutable());
        reader.ReportExpected("an operator, `,` or the end of the command");
        return null;
    }

    /// <inheritdoc/>
    protected override void Bind(EvalSyntax syntax, PlanBuilder plan)
    {
        var schema = plan.Schema;
        var assignments = ImmutableArray.CreateBuilder<BoundAssignment>();
        plan.BeforeAhead = Flush;
        foreach (var assignment in syntax.Assignments)
        {
            var value = ExpressionBinder.BindValue(assignment.Value, plan, schema);
            assignments.Add(new BoundAssignment(assignment.Span, assignment.Target.Text, value));
            schema = ColumnTemplate.ColumnsOf(assignment.Target.Text).IsEmpty ? schema.With(assignment.Target.Text) : schema.Opened();
        }

        plan.BeforeAhead = null;
        plan.Add(new EvalStage(syntax.Span, assignments.ToImmutable()), schema);

        // What a stage ahead computes may read the assignments before.
        void Flush()
        {
            if (assignments.Count == 0)
                return;
            plan.Add(new EvalStage(syntax.Span, assignments.ToImmutable()), schema);
            assignments.Clear();
        }
    }
}
