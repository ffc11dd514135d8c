using System.Text;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Sed;

/// <summary>Replaces matches or single characters. Manual: rex, mode=sed.</summary>
internal sealed class SedStage : StageExecutor<SedSpec>
{
    protected override IEnumerable<Row> Run(SedSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            if (row[spec.Column] is { IsNull: false } value)
                row[spec.Column] = Value.OfMany(value.Items.Select(item => Value.Of(spec.Edits.Aggregate(item.ToText(), Edit))));
            yield return row;
        }
    }

    private static string Edit(string text, SedEdit edit) => edit switch
    {
        { Expression: null } => Transliterated(text, edit),
        { Occurrence: 0 } => edit.Expression.Replace(text, edit.To),
        _ => ReplaceOne(text, edit.Expression, edit),
    };

    private static string ReplaceOne(string text, TextRegex expression, SedEdit edit)
    {
        var matches = expression.Matches(text, edit.Occurrence);
        if (matches.Count < edit.Occurrence)
            return text;
        var match = matches[^1];
        return string.Concat(text.AsSpan(0, match.Index), TextRegex.Filled(match, edit.To), text.AsSpan(match.Index + match.Length));
    }

    private static string Transliterated(string text, SedEdit edit)
    {
        var result = new StringBuilder(text);
        for (var i = 0; i < result.Length; i++)
        {
            var place = edit.From.IndexOf(result[i], StringComparison.Ordinal);
            if (place >= 0)
                result[i] = edit.To[place];
        }

        return result.ToString();
    }
}
