using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.AutoRegress;

/// <summary><c>autoregress</c></summary>
internal sealed class AutoRegressCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["autoregress"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["p"];

    /// <inheritdoc/>
    protected override int Least => 1;

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override bool TakesAs => true;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var column = arguments.Columns()[0];
        var (from, to) = Range(arguments);
        var target = arguments.As is { } name && from == to ? name.Text : null;
        var schema = Enumerable.Range(from, to - from + 1)
            .Aggregate(plan.Schema, (known, back) => known.With(target ?? string.Create(CultureInfo.InvariantCulture, $"{column}_p{back}")));
        arguments.Add(new AutoRegressSpec(column, target, from, to), ColumnNeeds.Of(column), schema);
    }

    // p=3, p=2-5
    private static (int From, int To) Range(ListedArguments arguments)
    {
        const int Farthest = 1000;
        if (arguments.Find("p") is not { } option)
            return (1, 1);
        var ends = option.Value.Text.Split('-');
        if (ends.Length <= 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from is > 0 && to >= from && to <= Farthest)
            return (from, to);
        arguments.Fail(option, "a whole number, or two with a hyphen between: `2-5`");
        return (1, 1);
    }
}
