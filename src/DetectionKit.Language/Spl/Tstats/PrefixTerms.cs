using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Tstats;

/// <summary>
/// <c>PREFIX(name=)</c> in <c>tstats ... BY</c>: what follows in the terms of <c>_raw</c> that begin so, under the prefix as its name (Splunk Search Reference, "tstats").
/// Terms lie between major breakers and are indexed in lower case, each once for an event.
/// </summary>
internal static class PrefixTerms
{
    private const string Text = "_raw";

    public static void Add(ImmutableArray<NameSyntax> prefixes, PlanBuilder plan)
    {
        for (var i = 0; i < prefixes.Length; i++)
        {
            var prefix = prefixes[i];
            var group = string.Create(CultureInfo.InvariantCulture, $"prefix_{i}");
            var expression = TextRegex.Of($"(?i)(?:^|[{TermPattern.MajorBreakers}]){System.Text.RegularExpressions.Regex.Escape(prefix.Text)}(?<{group}>[^{TermPattern.MajorBreakers}]+)");
            plan.Add(new SpecStage(prefix.Span, new RexSpec(Text, expression, 0, null), ColumnNeeds.Of(Text)), plan.Schema.With(group));
            BoundExpression term = new FieldExpression(prefix.Span, new FieldSymbol.Column(group));
            foreach (var function in (string[])["lower", "mvdedup"])
                term = new CallExpression(prefix.Span, FunctionCatalogue.All[function], [term]);
            plan.Add(new EvalStage(prefix.Span, [new BoundAssignment(prefix.Span, prefix.Text, term)]), plan.Schema.With(prefix.Text));
        }
    }
}
