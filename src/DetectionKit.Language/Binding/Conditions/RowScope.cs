using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Binding.Conditions;

/// <summary>The columns of the rows between two stages.</summary>
internal sealed class RowScope(PlanBuilder plan, PlanSchema? schema = null) : FieldScope
{
    public override bool HasText => true;

    public override bool IsSource => false;

    public override FieldSymbol Resolve(NameSyntax name) => plan.Column(schema ?? plan.Schema, name);
}
