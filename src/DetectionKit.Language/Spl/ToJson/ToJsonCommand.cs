using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;
using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Spl.ToJson;

/// <summary><c>tojson</c></summary>
internal sealed class ToJsonCommand : ListedCommand
{
    private const string Types = "one of `auto bool json none num str`";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["tojson"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["default_type", "fill_null", "include_internal", "output_field"];

    /// <inheritdoc/>
    protected override string What => "`auto(field)`, `num(field)` or an option";

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var standard = JsonColumnType.None;
        if (arguments.Find("default_type") is { } option)
        {
            if (OptionValues.Word<JsonColumnType>(option.Value.Text) is { } given)
                standard = given;
            else
                arguments.Fail(option, Types);
        }

        var columns = ImmutableArray.CreateBuilder<JsonColumn>();
        foreach (var name in arguments.Names)
        {
            var open = name.Text.IndexOf('(', StringComparison.Ordinal);
            if (open > 0 && name.Text.EndsWith(')') && OptionValues.Word<JsonColumnType>(name.Text[..open]) is { } type)
                columns.AddRange(name.Text[(open + 1)..^1].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(pattern => new JsonColumn(pattern, type)));
            else if (open > 0)
                plan.Report(DiagnosticTable.BadOptionValue, name.Span, "a type of `tojson`", name.Text, Types);
            else
                columns.Add(new JsonColumn(name.Text, standard));
        }

        var output = arguments.Text("output_field") ?? "_raw";
        arguments.Add(
            new ToJsonSpec(columns.ToImmutable(), standard, arguments.Flag("fill_null", false), arguments.Flag("include_internal", false), output),
            ColumnNeeds.All,
            plan.Schema.With(output));
    }
}
