using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Writing;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding.Conditions;

/// <summary>
/// Binds a search condition to typed predicates. Time bounds and indexes say what is read and are taken out of the condition: such a part is
/// null, and what denies it is null too.
/// </summary>
internal sealed class PredicateBinder : SearchSyntaxVisitor<BoundPredicate?>
{
    private readonly PlanBuilder _plan;
    private readonly FieldScope _scope;
    private readonly ImmutableArray<PlanPipeline>.Builder _subsearches = ImmutableArray.CreateBuilder<PlanPipeline>();

    private PredicateBinder(PlanBuilder plan, FieldScope scope)
    {
        _plan = plan;
        _scope = scope;
    }

    /// <summary>The subsearches of the condition, in order.</summary>
    public ImmutableArray<PlanPipeline> Subsearches => _subsearches.ToImmutable();

    /// <summary><c>earliest=</c> as written, or null.</summary>
    public string? Earliest { get; private set; }

    /// <summary><c>latest=</c> as written, or null.</summary>
    public string? Latest { get; private set; }

    /// <summary>Binds a condition; the binder that did it knows the time bounds.</summary>
    public static (BoundPredicate Predicate, PredicateBinder Binder) Bind(SearchSyntax syntax, PlanBuilder plan, FieldScope scope)
    {
        var binder = new PredicateBinder(plan, scope);
        return (syntax.Accept(binder) ?? new ConstantPredicate(syntax.Span, true), binder);
    }

    public override BoundPredicate? VisitAll(AllSyntax syntax)
    {
        // `()` holds for everything, and `NOT ()` for nothing.
        if (syntax.Operands.IsEmpty)
            return new ConstantPredicate(syntax.Span, true);
        var operands = BindAll(syntax.Operands);
        return operands.Length switch { 0 => null, 1 => operands[0], _ => new AndPredicate(syntax.Span, operands) };
    }

    public override BoundPredicate? VisitAny(AnySyntax syntax)
    {
        var operands = syntax.Operands.Select(operand => operand.Accept(this)).ToImmutableArray();
        return operands.Contains(null) ? null : new OrPredicate(syntax.Span, operands!);
    }

    public override BoundPredicate? VisitNone(NoneSyntax syntax) =>
        syntax.Operand.Accept(this) is { } operand ? new NotPredicate(syntax.Span, operand) : null;

    public override BoundPredicate? VisitComparison(ComparisonSyntax syntax)
    {
        if (_plan.IsMapped && syntax.HasOuterValue)
            return Given(syntax.Span, $"{Named(syntax.Field)}{Described.Operator(syntax.Operator)}{Quoted(syntax.Value)}", syntax.Field);
        if (_scope.IsSource && IsAboutSource(syntax))
            return null;
        if (syntax.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual && _scope.Narrow(syntax.Span, syntax.Field, syntax.Value.Text) is { } narrowed)
            return syntax.Operator == ComparisonOperator.Equal ? narrowed : new NotPredicate(syntax.Span, narrowed);
        if (syntax.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual && _scope.Settle(syntax.Field, syntax.Value.Text) is { } settled)
            return new ConstantPredicate(syntax.Span, settled == (syntax.Operator == ComparisonOperator.Equal));
        return _scope.Resolve(syntax.Field) is { } field
            ? new ComparisonBinder(_plan, syntax.Field, field).Bind(syntax.Span, syntax.Operator, syntax.Value, syntax.WithCase)
            : new ConstantPredicate(syntax.Span, false);
    }

    public override BoundPredicate? VisitMembership(MembershipSyntax syntax)
    {
        if (_plan.IsMapped && syntax.HasOuterValue)
            return Given(syntax.Span, $"{Named(syntax.Field)} IN ({string.Join(", ", syntax.Values.Select(Quoted))})", syntax.Field);
        if (_scope.IsSource && IsIndex(syntax.Field))
            return null;
        if (_scope.Resolve(syntax.Field) is not { } field)
            return new ConstantPredicate(syntax.Span, false);
        var comparisons = new ComparisonBinder(_plan, syntax.Field, field);
        return new InPredicate(
            syntax.Span, field, [.. syntax.Values.Select(value => comparisons.Bind(value.Span, ComparisonOperator.Equal, value))]);
    }

    public override BoundPredicate? VisitTerm(TermSyntax syntax)
    {
        if (string.Equals(syntax.Term.Text, "*", StringComparison.Ordinal))
            return null;
        if (_plan.IsMapped && syntax.HasOuterValue)
            return Given(syntax.Span, _plan.TextOf(syntax.Term.Span).StartsWith('"') ? Quoted(syntax.Term) : syntax.Term.Text, null);
        if (_scope.HasText)
            return new FreeTextPredicate(syntax.Span, new TextPattern(syntax.Term.Text, syntax.WithCase), syntax.IsTerm);
        _plan.Report(DiagnosticTable.WordInModel, syntax.Span, syntax.Term.Text);
        return new ConstantPredicate(syntax.Span, false);
    }

    public override BoundPredicate? VisitFound(FoundSyntax syntax)
    {
        var subsearch = PipelineBinder.Bind(syntax.Subsearch, _plan);
        _subsearches.Add(subsearch);
        return new SubsearchPredicate(syntax.Span, _subsearches.Count - 1, _scope.ResolveFound(syntax.Span, subsearch.Schema));
    }

    // The text that a subsearch gives stands behind the operator, and both are read as a condition.
    public override BoundPredicate? VisitFoundValue(FoundValueSyntax syntax)
    {
        var subsearch = PipelineBinder.Bind(syntax.Subsearch, _plan);
        var columns = ((string[])["search", "query"]).Where(subsearch.Schema.CanHave).ToArray();
        if (columns.Length == 0)
            _plan.Report(DiagnosticTable.Expected, syntax.Subsearch.Span, "a subsearch that ends with `return $field`", "one without");
        return Add(syntax.Span, OuterValues.Behind(syntax.Subsearch.Span, subsearch, $"{Named(syntax.Field)}{Described.Operator(syntax.Operator)}", columns), Columns(syntax.Field));
    }

    private SubsearchPredicate Given(TextSpan span, string template, NameSyntax? field) =>
        Add(span, OuterValues.Condition(span, template), field is null || OuterValues.IsIn(field.Text) ? null : Columns(field));

    private ImmutableArray<string>? Columns(NameSyntax field)
    {
        if (_scope.IsSource && SubsearchSpec.IsAboutSource(field.Text))
            return [];
        _scope.Resolve(field);
        return [field.Text];
    }

    private SubsearchPredicate Add(TextSpan span, PlanPipeline subsearch, ImmutableArray<string>? columns)
    {
        _subsearches.Add(subsearch);
        return new SubsearchPredicate(span, _subsearches.Count - 1, columns);
    }

    private static string Named(NameSyntax name) => name.Text.All(unit => char.IsLetterOrDigit(unit) || unit is '_' or '.') ? name.Text : Quoted(name);

    private static string Quoted(NameSyntax name) =>
        $"\"{name.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private ImmutableArray<BoundPredicate> BindAll(ImmutableArray<SearchSyntax> operands) =>
        [.. operands.Select(operand => operand.Accept(this)).OfType<BoundPredicate>()];

    private bool IsAboutSource(ComparisonSyntax syntax)
    {
        if (IsIndex(syntax.Field))
        {
            _plan.Report(DiagnosticTable.IndexIgnored, syntax.Span, _plan.TextOf(syntax.Span));
            return true;
        }

        if (syntax.Operator != ComparisonOperator.Equal)
            return false;
        switch (syntax.Field.Text)
        {
            case "earliest" or "_index_earliest":
                Earliest = Bound(syntax.Value);
                return true;
            case "latest" or "_index_latest":
                Latest = Bound(syntax.Value);
                return true;
            default:
                return false;
        }
    }

    private string Bound(NameSyntax value)
    {
        ConstantTexts.CheckBound(_plan, value.Span, value.Text);
        return value.Text;
    }

    private static bool IsIndex(NameSyntax field) => field.Text is "index" or "splunk_server";
}
