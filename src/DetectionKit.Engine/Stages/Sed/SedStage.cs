using System.Text;
using DetectionKit.Abstractions.Functions;
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
                row[spec.Column] = Value.OfMany(value.Items.Select(item => spec.Edits.Aggregate(Value.Of(item.ToText()), Edit)));
            yield return row;
        }
    }

    private static Value Edit(Value text, SedEdit edit) => edit switch
    {
        { Expression: null } => Value.Of(Transliterated(text.ToText(), edit)),
        { Occurrence: 0 } => TextFunctions.Replace(text, edit.Expression, Value.Of(edit.To)),
        _ => ReplaceOne(text, edit.Expression, edit),
    };

    private static Value ReplaceOne(Value text, TextRegex expression, SedEdit edit)
    {
        var matches = expression.Matches(text.ToText(), edit.Occurrence);
        if (matches.Count < edit.Occurrence)
            return text;
        var match = matches[^1];
        var before = Arithmetic.Concat(Value.Of(text.ToText()[..match.Index]), Value.Of(TextRegex.Filled(match, edit.To, MadeText.Longest)));
        return Arithmetic.Concat(before, Value.Of(text.ToText()[(match.Index + match.Length)..]));
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
