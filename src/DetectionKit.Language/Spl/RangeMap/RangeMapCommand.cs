using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;
using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Spl.RangeMap;

/// <summary><c>rangemap</c>: every option but <c>field</c> and <c>default</c> names a range.</summary>
internal sealed class RangeMapCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["rangemap"];

    /// <inheritdoc/>
    protected override int Most => 0;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        if (arguments.Column("field") is not { } column)
        {
            plan.Report(DiagnosticTable.Expected, arguments.Keyword, "`field=` with the field to look at", "none");
            return;
        }

        var ranges = ImmutableArray.CreateBuilder<NamedRange>();
        foreach (var option in arguments.Options.Where(option => !option.Is("field") && !option.Is("default")))
        {
            if (Range(option) is { } range)
                ranges.Add(range);
            else
                arguments.Fail(option, "a range such as `1-30`");
        }

        arguments.Add(new RangeMapSpec(column, ranges.ToImmutable(), arguments.Text("default") ?? "None"), ColumnNeeds.Of(column), plan.Schema.With("range"));
    }

    // 1-30, -5--3, 0.5-1
    private static NamedRange? Range(OptionSyntax option)
    {
        var text = option.Value.Text;
        var at = text.IndexOf('-', Math.Min(1, text.Length));
        return at > 0
            && double.TryParse(text.AsSpan(0, at), NumberStyles.Float, CultureInfo.InvariantCulture, out var from)
            && double.TryParse(text.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var to)
            ? new NamedRange(option.Name.Text, from, to)
            : null;
    }

    /// <inheritdoc/>
    protected override bool TakesAnyOption => true;
}
