using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Binding;

/// <summary>
/// Finds misspelt fields of raw events. Any name can be a field of one, so a name is held to be misspelt only where it is written down nowhere and is a slip
/// away from one that the rule's data sources list, or that the search itself reads or makes elsewhere.
/// </summary>
internal sealed class EventReadCheck
{
    // What every event has beside its source's fields.
    private static readonly string[] Internal = ["_time", "_raw", "_indextime", "host", "source", "sourcetype", "index", "splunk_server", "linecount", "punct", "eventtype", "timestamp"];

    private readonly PlanBuilder _plan;
    private readonly HashSet<string> _own;
    private readonly HashSet<string> _known;

    private EventReadCheck(PlanBuilder plan, EventFields fields)
    {
        _plan = plan;
        var types = plan.Source is RawSource raw ? SourceTypes.Of(raw.Filter) : [];
        var listed = fields.Own.IsEmpty ? types.SelectMany(type => fields.BySourceType.GetValueOrDefault(type.ToLowerInvariant(), [])) : fields.Own;
        _own = [.. Renamed(listed), .. Internal];
        if (_own.Count == Internal.Length)
            _own.UnionWith(Renamed(fields.Common));
        _known = [.. _own, .. Renamed(fields.Known), .. fields.Known];
    }

    public static void Check(PlanBuilder plan, EventFields fields)
    {
        if (plan.Reads.Names.Count > 0)
            new EventReadCheck(plan, fields).Check();
    }

    private void Check()
    {
        var reads = _plan.Reads;
        var uses = reads.Names.CountBy(name => name.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var name in reads.Names.DistinctBy(name => name.Span))
        {
            if (!IsListed(name.Text) && Meant(name.Text, uses) is var (meant, why))
                _plan.ReportWithFix(DiagnosticTable.MisspeltField, name.Span, meant, name.Text, why, meant);
        }
    }

    private (string Meant, string Why)? Meant(string name, Dictionary<string, int> uses)
    {
        if (Misspelling.Of(name, _own, name.Length < 8 ? 1 : 2) is { } listed)
            return (listed, "no data source lists it");
        if (Misspelling.Of(name, _plan.Reads.Made) is { } made)
            return (made, "it is written down nowhere, and the search makes another");
        var others = uses.Where(other => IsListed(other.Key) || other.Value > uses[name] || (other.Value == uses[name] && string.CompareOrdinal(other.Key, name) < 0)).Select(other => other.Key);
        return Misspelling.Of(name, others.Where(other => !string.Equals(other, name, StringComparison.Ordinal))) is { } read
            ? (read, "it is written down nowhere, and the search reads another")
            : null;
    }

    private bool IsListed(string name) => _known.Contains(name) || _plan.Reads.Made.Contains(name) || name.Contains('*', StringComparison.Ordinal);

    // Names as they are, and as the search's own renames with wildcards make them.
    private IEnumerable<string> Renamed(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            yield return name;
            foreach (var (from, to) in _plan.Reads.Renames)
            {
                if (Wildcards.Matches(from, name))
                    yield return Wildcards.Rename(new PlanSchema([name], IsOpen: false), from, to).Columns[0];
            }
        }
    }
}
