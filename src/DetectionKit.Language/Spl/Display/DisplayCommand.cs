using DetectionKit.Language.Binding;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Display;

/// <summary>Commands that change where a search runs or how its rows are shown, and no row: they are read and passed over.</summary>
internal sealed class DisplayCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["highlight", "iconify", "localop", "noop", "redistribute", "require", "rtorder"];

    /// <inheritdoc/>
    protected override bool TakesAnyOption => true;

    /// <inheritdoc/>
    protected override bool TakesBy => true;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        // Rows go through as they are.
    }
}
