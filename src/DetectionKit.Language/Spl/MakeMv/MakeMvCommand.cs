using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.MakeMv;

/// <summary><c>makemv</c>. Its option <c>setsv</c>, a single value beside the several, changes nothing that a search can see.</summary>
internal sealed class MakeMvCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["makemv"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["delim", "tokenizer", "allowempty", "setsv"];

    /// <inheritdoc/>
    protected override int Least => 1;

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var column = arguments.Columns()[0];
        TextRegex? tokenizer = null;
        if (arguments.Find("tokenizer") is { } option)
        {
            ConstantTexts.CheckRegex(plan, option.Value.Span, option.Value.Text);
            tokenizer = TextRegex.Of(option.Value.Text);
        }

        arguments.Flag("setsv", false);
        arguments.Add(new MakeMvSpec(column, arguments.Text("delim") ?? " ", tokenizer, arguments.Flag("allowempty", false)), ColumnNeeds.Of(column), plan.Schema);
    }
}
