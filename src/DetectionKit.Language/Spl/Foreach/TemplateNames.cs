using System.Collections.Immutable;
using DetectionKit.Language.Spl.Eval;
using DetectionKit.Language.Spl.Expressions;

namespace DetectionKit.Language.Spl.Foreach;

/// <summary>How a foreach writes its templates: <c>&lt;&lt;FIELD&gt;&gt;</c>, or what its options say (<c>fieldstr="#F#"</c>). Manual: foreach, "Mode options".</summary>
/// <param name="Own">The texts of its own and the templates that they stand for.</param>
internal sealed record TemplateNames(ImmutableArray<(string Text, string Template)> Own)
{
    private static readonly ImmutableDictionary<string, string> ByOption = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["fieldstr"] = "<<FIELD>>",
        ["matchstr"] = "<<MATCHSTR>>",
        ["matchseg1"] = "<<MATCHSEG1>>",
        ["matchseg2"] = "<<MATCHSEG2>>",
        ["matchseg3"] = "<<MATCHSEG3>>",
        ["itemstr"] = "<<ITEM>>",
        ["iterstr"] = "<<ITER>>",
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The options that name templates.</summary>
    public static IEnumerable<string> Options => ByOption.Keys.Order(StringComparer.Ordinal);

    /// <summary>The templates under their usual names.</summary>
    public static TemplateNames Default { get; } = new([]);

    /// <summary>These and one more; null where there is no such option.</summary>
    public TemplateNames? With(string option, string text) =>
        ByOption.TryGetValue(option, out var template) ? text.Length == 0 ? this : new(Own.Add((text, template)).Sort((a, b) => b.Text.Length.CompareTo(a.Text.Length))) : null;

    /// <summary>An eval with the templates under their usual names.</summary>
    public EvalSyntax In(EvalSyntax eval)
    {
        if (Own.IsEmpty)
            return eval;
        var names = new TemplateWriter(Fill);
        return eval with
        {
            Assignments = [.. eval.Assignments.Select(one => one with { Target = one.Target with { Text = Fill(one.Target.Text) }, Value = one.Value.Accept(names) })],
        };
    }

    private string Fill(string text) => Own.Aggregate(text, (filled, one) => filled.Replace(one.Text, one.Template, StringComparison.Ordinal));
}
