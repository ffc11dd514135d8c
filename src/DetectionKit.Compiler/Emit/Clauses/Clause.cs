using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Compiler.Emit.Clauses;

/// <summary>A condition on its way to C#: search predicates and eval conditions both become one. Two-valued.</summary>
/// <param name="Span">Where it stands in the rule.</param>
internal abstract record Clause(TextSpan Span)
{
    /// <summary>The opposite.</summary>
    public Clause Not() => this switch
    {
        Leaf leaf => new Leaf(Span, leaf.Test.Not()),
        Group group => group with { Denied = !group.Denied },
        _ => throw new InvalidOperationException("a clause is a leaf or a group"),
    };

    /// <summary>One test.</summary>
    public sealed record Leaf(TextSpan Span, Test Test) : Clause(Span);

    /// <summary>All of the parts, or at least one of them; or that denied.</summary>
    public sealed record Group(TextSpan Span, bool NeedsAll, ImmutableArray<Clause> Parts, bool Denied = false) : Clause(Span);
}
