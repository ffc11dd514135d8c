using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan;

/// <summary>A part of a plan that came from a stretch of the search.</summary>
/// <param name="Span">The stretch of the plan's <see cref="DetectionPlan.Text"/>.</param>
public abstract record PlanNode(TextSpan Span);
