using System.Globalization;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Rex;

/// <summary>Extracts named groups; a group that took no part in a match gives nothing. Manual: rex.</summary>
internal sealed class RexStage : StageExecutor<RexSpec>
{
    protected override IEnumerable<Row> Run(RexSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        RegexGroup[] groups = [.. spec.Expression.Groups.Where(group => group.Name is not null)];
        foreach (var row in rows)
        {
            Match[] matches = [.. row[spec.Column].Items.SelectMany(item => spec.Expression.Matches(item.ToText(), spec.MaxMatch))];
            if (matches.Length > 0)
                Extract(row, spec, groups, matches);
            yield return row;
        }
    }

    private static void Extract(Row row, RexSpec spec, RegexGroup[] groups, Match[] matches)
    {
        if (spec.OffsetColumn is { } offsets)
            row[offsets] = Value.Of(string.Join('&', matches.SelectMany(match => groups.Where(group => match.Groups[group.Number].Success).Select(group => Place(group.Name!, match.Groups[group.Number])))));
        foreach (var group in groups)
        {
            var found = Value.OfMany(matches.Select(match => match.Groups[group.Number]).Where(part => part.Success).Select(part => Value.Of(part.Value)));
            if (!found.IsNull)
                row[group.Name!] = found;
        }
    }

    private static string Place(string name, Group part) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}={part.Index}-{Math.Max(part.Index, part.Index + part.Length - 1)}");
}
