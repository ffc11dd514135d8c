using System.Text;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>
/// What stands for <c>$field$</c> in a search that <c>map</c> runs (Splunk Search Reference, "map"): the outer row's value. No search can name these functions.
/// A value that is not there leaves nothing; <c>map</c> does not run for such a row.
/// </summary>
public static class OuterFunctions
{
    /// <summary>The outer row's value of a column.</summary>
    /// <param name="context">The run.</param>
    /// <param name="column">The column's name.</param>
    [EvalFunction("$value")]
    public static Value Value(RunContext context, Value column) => context.Outer?[column.ToText()] ?? Values.Value.Null;

    /// <summary>A text with the values of the outer row in place of <c>$field$</c>.</summary>
    /// <param name="context">The run.</param>
    /// <param name="template">The text.</param>
    [EvalFunction("$text")]
    public static Value Text(RunContext context, Value template) => Values.Value.Of(Fill(template.ToText(), context.Outer, isCondition: false));

    /// <summary>A search condition with the values of the outer row in place of <c>$field$</c>; inside quotes a value's own quotes are escaped.</summary>
    /// <param name="context">The run.</param>
    /// <param name="template">The condition.</param>
    [EvalFunction("$condition")]
    public static Value Condition(RunContext context, Value template) => Values.Value.Of(Fill(template.ToText(), context.Outer, isCondition: true));

    private static string Fill(string template, Row? outer, bool isCondition)
    {
        var filled = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] == '\\' && isCondition && at + 1 < template.Length)
            {
                filled.Append(template, at++, 2);
                continue;
            }

            if (template[at] == '"')
                isQuoted = !isQuoted;
            if (OuterNames.At(template, at) is not { Length: > 0 } name)
            {
                filled.Append(template[at]);
                continue;
            }

            var text = outer?[name].ToText() ?? "";
            filled.Append(isCondition && isQuoted ? text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) : text);
            at += name.Length + 1;
        }

        return filled.ToString();
    }
}
