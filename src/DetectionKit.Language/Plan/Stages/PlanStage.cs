using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary>One thing done with rows. A closed family; each becomes one stage spec.</summary>
/// <param name="Span">The command.</param>
public abstract record PlanStage(TextSpan Span) : PlanNode(Span)
{
    /// <summary>Calls the visitor's method for this kind of stage.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="visitor">The visitor.</param>
    public abstract T Accept<T>(StageVisitor<T> visitor);
}
