using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.XmlUnescape;

/// <summary><c>xmlunescape</c>: the characters that XML escapes in <c>_raw</c>, as they are.</summary>
internal sealed class XmlUnescapeCommand : ListedCommand
{
    private const string Text = "_raw";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["xmlunescape"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["maxinputs"];

    /// <inheritdoc/>
    protected override int Most => 0;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        BoundExpression text = new FieldExpression(arguments.Span, new FieldSymbol.Column(Text));
        foreach (var (escaped, character) in new[] { ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&") })
            text = new CallExpression(arguments.Span, FunctionCatalogue.All["replace"], [text, Literal(escaped), Literal(character)]);
        plan.Add(new EvalStage(arguments.Span, [new BoundAssignment(arguments.Span, Text, text)]), plan.Schema.With(Text));

        LiteralExpression Literal(string value) => new(arguments.Span, Value.Of(value));
    }
}
