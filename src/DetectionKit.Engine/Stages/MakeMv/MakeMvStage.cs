using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.MakeMv;

/// <summary>Cuts texts into values. Manual: makemv.</summary>
internal sealed class MakeMvStage : StageExecutor<MakeMvSpec>
{
    protected override IEnumerable<Row> Run(MakeMvSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            if (row[spec.Column] is { IsNull: false } value)
            {
                var parts = Value.OfMany(value.Items.SelectMany(item => Parts(item.ToText(), spec)).Where(part => spec.AllowEmpty || part.Length > 0).Select(Value.Of));
                if (!parts.IsNull)
                    row[spec.Column] = parts;
            }

            yield return row;
        }
    }

    private static IEnumerable<string> Parts(string text, MakeMvSpec spec)
    {
        if (spec.Tokenizer is not { } tokenizer)
            return spec.Delimiter.Length == 0 ? [text] : text.Split(spec.Delimiter);
        return tokenizer.Matches(text).Select(match => match.Groups.Count > 1 ? match.Groups[1].Value : match.Value);
    }
}
