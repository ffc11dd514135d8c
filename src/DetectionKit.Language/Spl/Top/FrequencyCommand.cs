using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Top;

/// <summary>What <c>top</c> and <c>rare</c> have in common.</summary>
internal abstract class FrequencyCommand : ListedCommand
{
    private const int DefaultLimit = 10;

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<string> Options => ["limit", "countfield", "percentfield", "showcount", "showperc", "useother", "otherstr"];

    /// <inheritdoc/>
    protected sealed override int Least => 1;

    /// <inheritdoc/>
    protected sealed override bool TakesBy => true;

    /// <summary>Whether the least frequent values are asked for.</summary>
    protected abstract bool Rarest { get; }

    /// <inheritdoc/>
    protected sealed override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        // A number in front is the limit.
        var first = arguments.Names[0];
        var hasNumber = arguments.Names.Length > 1 && int.TryParse(first.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var limit = hasNumber ? int.Parse(first.Text, NumberStyles.None, CultureInfo.InvariantCulture) : arguments.Count("limit", DefaultLimit);
        ImmutableArray<NameSyntax> names = hasNumber ? arguments.Names.RemoveAt(0) : arguments.Names;
        ImmutableArray<string> columns = [.. names.Select(name => plan.Column(name).Name).Distinct(StringComparer.Ordinal)];
        var by = arguments.ByColumns();
        var count = arguments.Flag("showcount", true) ? arguments.Text("countfield") ?? "count" : null;
        var percent = arguments.Flag("showperc", true) ? arguments.Text("percentfield") ?? "percent" : null;
        var other = arguments.Flag("useother", false) ? arguments.Text("otherstr") ?? "OTHER" : null;
        string?[] results = [.. by, .. columns, count, percent];
        arguments.Add(
            new TopSpec(columns, by, limit, Rarest, count, percent, other),
            ColumnNeeds.Only([.. columns, .. by]),
            new PlanSchema([.. results.OfType<string>().Distinct(StringComparer.Ordinal)], IsOpen: false));
    }
}
