using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding.Conditions;

/// <summary>Where a condition's fields are: in a typed event, a raw event, or a row.</summary>
internal abstract class FieldScope
{
    /// <summary>The field of that name; null and a report where there is none.</summary>
    public abstract FieldSymbol? Resolve(NameSyntax name);

    /// <summary>Whether bare words can be searched for here.</summary>
    public abstract bool HasText { get; }

    /// <summary>Whether the first condition of a search is bound: then <c>index= earliest= latest=</c> say what is read.</summary>
    public abstract bool IsSource { get; }

    /// <summary>The columns that a subsearch compares here; null: not known. Reports those that are not there.</summary>
    /// <param name="span">The subsearch.</param>
    /// <param name="found">What its rows have.</param>
    public virtual ImmutableArray<string>? ResolveFound(TextSpan span, PlanSchema found)
    {
        if (found.IsOpen || found.Columns.Any(SubsearchSpec.IsCondition))
            return null;
        string[] columns = [.. found.Columns.Where(column => !column.StartsWith('_') && !(IsSource && SubsearchSpec.IsAboutSource(column)))];
        foreach (var column in columns)
            Resolve(new NameSyntax(span, column));
        return [.. columns];
    }

    /// <summary>A comparison that narrows what is read: <c>nodename=All_Traffic.Traffic_By_Action.Allowed_Traffic</c>. Null where it is an ordinary one.</summary>
    public virtual BoundPredicate? Narrow(TextSpan span, NameSyntax name, string value) => null;

    /// <summary>A comparison that is not about a field of the event: <c>nodename=All_Traffic</c>. Whether it holds, or null where it is an ordinary one.</summary>
    public virtual bool? Settle(NameSyntax name, string value) => null;
}
