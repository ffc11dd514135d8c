using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Spath;

/// <summary><c>spath</c></summary>
internal sealed class SpathCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["spath"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["input", "output", "path"];

    /// <inheritdoc/>
    protected override string What => "a path";

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var input = arguments.Column("input") ?? plan.Column(new NameSyntax(arguments.Keyword, "_raw")).Name;
        var path = arguments.Text("path") ?? (arguments.Names is [var name] ? name.Text : null);
        var output = path is null ? null : arguments.Text("output") ?? path;
        var ofEvent = plan.Schema.IsOfEvents && string.Equals(input, "_raw", StringComparison.Ordinal);
        if (ofEvent && (arguments.Find("path")?.Value ?? arguments.Names.FirstOrDefault()) is { } place)
            plan.ReadEvent(place);

        // An event's own text gives the fields that it has anyhow.
        var schema = output is not null ? plan.Schema.With(output) : ofEvent ? plan.Schema : plan.Schema.Opened();
        arguments.Add(new SpathSpec(input, output, path), ColumnNeeds.Of(input), schema);
    }
}
