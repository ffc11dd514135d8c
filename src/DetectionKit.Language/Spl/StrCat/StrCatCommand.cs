using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.StrCat;

/// <summary><c>strcat</c>: the last name is the field that is made; what stands in double quotes before it is text.</summary>
internal sealed class StrCatCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["strcat"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["allrequired"];

    /// <inheritdoc/>
    protected override int Least => 2;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        ImmutableArray<StrCatPart> parts = [.. arguments.Names.SkipLast(1).Select(name => arguments.IsQuoted(name) ? new StrCatPart(name.Text, false) : new StrCatPart(plan.Column(name).Name, true))];
        var target = arguments.Names[^1].Text;
        arguments.Add(
            new StrCatSpec(parts, target, arguments.Flag("allrequired", false)),
            ColumnNeeds.Of(parts.Where(part => part.IsColumn).Select(part => part.Text)),
            plan.Schema.With(target));
    }
}
