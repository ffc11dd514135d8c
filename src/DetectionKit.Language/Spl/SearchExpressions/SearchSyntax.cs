using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.SearchExpressions;

/// <summary>A condition of the search language, as written: a closed family.</summary>
/// <param name="Span">Where it stands.</param>
internal abstract record SearchSyntax(TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>Whether a subsearch stands in it.</summary>
    public virtual bool HasSubsearch => false;

    /// <summary>Whether a <c>$field$</c> stands in it, which only a search of <c>map</c> gives a meaning.</summary>
    public virtual bool HasOuterValue => false;

    /// <summary>Calls the visitor's method for this kind of node.</summary>
    public abstract T Accept<T>(SearchSyntaxVisitor<T> visitor);
}

/// <summary>All of them; none: everything matches.</summary>
internal sealed record AllSyntax(TextSpan Span, ImmutableArray<SearchSyntax> Operands) : SearchSyntax(Span)
{
    public override bool HasSubsearch => Operands.Any(operand => operand.HasSubsearch);

    public override bool HasOuterValue => Operands.Any(operand => operand.HasOuterValue);

    public override T Accept<T>(SearchSyntaxVisitor<T> visitor) => visitor.VisitAll(this);

    public override string Describe() => List("and", Operands.Select(operand => operand.Describe()));
}

/// <summary>At least one of them.</summary>
internal sealed record AnySyntax(TextSpan Span, ImmutableArray<SearchSyntax> Operands) : SearchSyntax(Span)
{
    public override bool HasSubsearch => Operands.Any(operand => operand.HasSubsearch);

    public override bool HasOuterValue => Operands.Any(operand => operand.HasOuterValue);

    public override T Accept<T>(SearchSyntaxVisitor<T> visitor) => visitor.VisitAny(this);

    public override string Describe() => List("or", Operands.Select(operand => operand.Describe()));
}

/// <summary><c>NOT</c></summary>
internal sealed record NoneSyntax(TextSpan Span, SearchSyntax Operand) : SearchSyntax(Span)
{
    public override bool HasSubsearch => Operand.HasSubsearch;

    public override bool HasOuterValue => Operand.HasOuterValue;

    public override T Accept<T>(SearchSyntaxVisitor<T> visitor) => visitor.VisitNone(this);

    public override string Describe() => List("not", Operand.Describe());
}

/// <summary><c>field=value</c> and its like; <c>field=CASE(value)</c> compares with case.</summary>
internal sealed record ComparisonSyntax(TextSpan Span, NameSyntax Field, ComparisonOperator Operator, NameSyntax Value, bool WithCase = false) : SearchSyntax(Span)
{
    public override bool HasOuterValue => OuterValues.IsIn(Value.Text) || OuterValues.IsIn(Field.Text);

    public override T Accept<T>(SearchSyntaxVisitor<T> visitor) => visitor.VisitComparison(this);

    public override string Describe() => List(Plan.Writing.Described.Operator(Operator), Field.Describe(), WithCase ? $"CASE({Value.Describe()})" : Value.Describe());
}

/// <summary><c>field IN (value, ...)</c></summary>
internal sealed record MembershipSyntax(TextSpan Span, NameSyntax Field, ImmutableArray<NameSyntax> Values) : SearchSyntax(Span)
{
    public override bool HasOuterValue => Values.Any(value => OuterValues.IsIn(value.Text)) || OuterValues.IsIn(Field.Text);

    public override T Accept<T>(SearchSyntaxVisitor<T> visitor) => visitor.VisitMembership(this);

    public override string Describe() => List("in", [Field.Describe(), .. Values.Select(value => value.Describe())]);
}

/// <summary>A bare word or a phrase in quotes; <c>TERM(...)</c> and <c>CASE(...)</c>.</summary>
internal sealed record TermSyntax(TextSpan Span, NameSyntax Term, bool IsTerm = false, bool WithCase = false) : SearchSyntax(Span)
{
    public override bool HasOuterValue => OuterValues.IsIn(Term.Text);

    public override T Accept<T>(SearchSyntaxVisitor<T> visitor) => visitor.VisitTerm(this);

    public override string Describe() => List(IsTerm ? "TERM" : WithCase ? "CASE" : "term", Term.Describe());
}

/// <summary><c>field=[ ... ]</c>: the text that a subsearch gives is the value.</summary>
internal sealed record FoundValueSyntax(TextSpan Span, NameSyntax Field, ComparisonOperator Operator, SubsearchSyntax Subsearch) : SearchSyntax(Span)
{
    public override bool HasSubsearch => true;

    public override T Accept<T>(SearchSyntaxVisitor<T> visitor) => visitor.VisitFoundValue(this);

    public override string Describe() => List(Plan.Writing.Described.Operator(Operator), Field.Describe(), Subsearch.Describe());
}

/// <summary>A subsearch: what it finds is the condition.</summary>
internal sealed record FoundSyntax(TextSpan Span, SubsearchSyntax Subsearch) : SearchSyntax(Span)
{
    public override bool HasSubsearch => true;

    public override T Accept<T>(SearchSyntaxVisitor<T> visitor) => visitor.VisitFound(this);

    public override string Describe() => List("found", Subsearch.Describe());
}

/// <summary>One method for each kind of search condition.</summary>
/// <typeparam name="T">What they give.</typeparam>
internal abstract class SearchSyntaxVisitor<T>
{
    public abstract T VisitAll(AllSyntax syntax);

    public abstract T VisitAny(AnySyntax syntax);

    public abstract T VisitNone(NoneSyntax syntax);

    public abstract T VisitComparison(ComparisonSyntax syntax);

    public abstract T VisitMembership(MembershipSyntax syntax);

    public abstract T VisitTerm(TermSyntax syntax);

    public abstract T VisitFound(FoundSyntax syntax);

    public abstract T VisitFoundValue(FoundValueSyntax syntax);
}
