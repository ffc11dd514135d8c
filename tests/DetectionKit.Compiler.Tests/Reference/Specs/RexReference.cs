using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Tests.Reference.Specs;

/// <summary>rex, for expressions that both syntaxes write alike.</summary>
internal sealed class RexReference : ReferenceSpec<RexSpec>
{
    protected override List<Row> Run(RexSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        var regex = new Regex(spec.Expression.Pattern.Replace("(?P<", "(?<", StringComparison.Ordinal), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        string[] names = [.. regex.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0]))];
        foreach (var row in rows)
        {
            List<Match> matches = [.. Texts(row[spec.Column]).SelectMany(text => regex.Matches(text).Take(spec.MaxMatch == 0 ? int.MaxValue : spec.MaxMatch))];
            if (matches.Count == 0)
                continue;
            string[] places = [.. matches.SelectMany(match => names.Where(name => match.Groups[name].Success).Select(name => $"{name}={match.Groups[name].Index}-{match.Groups[name].Index + Math.Max(match.Groups[name].Length, 1) - 1}"))];
            if (spec.OffsetColumn is { } offsets)
                row[offsets] = Value.Of(string.Join('&', places));
            foreach (var name in names.Where(name => matches.Exists(match => match.Groups[name].Success)))
                row[name] = Many(matches.Where(match => match.Groups[name].Success).Select(match => match.Groups[name].Value));
        }

        return rows;
    }
}
