using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.XmlKv;

/// <summary><c>xmlkv</c>. Its option <c>maxinputs</c>, how many events a process gets at once, changes no result.</summary>
internal sealed class XmlKvCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["xmlkv"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["maxinputs"];

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        arguments.Count("maxinputs", 0);
        var column = arguments.Names.IsEmpty ? plan.Column(new NameSyntax(arguments.Keyword, "_raw")).Name : arguments.Columns()[0];
        arguments.Add(new XmlKvSpec(column), ColumnNeeds.Of(column), plan.Schema.Opened());
    }
}
