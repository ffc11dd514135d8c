using System.Collections.Immutable;
using DetectionKit.Abstractions.Times;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;

namespace DetectionKit.Language.Binding.Events;

/// <summary>
/// Finds misspelt fields of raw events. Any name can be a field of one, so a name is held to be misspelt only where it is written down nowhere and is a slip
/// away from one that the rule's data sources list, or that the search itself reads or makes elsewhere.
/// </summary>
internal sealed class EventReadCheck
{
    // What every event has beside its source's fields.
    private static readonly string[] Internal = ["_time", "_raw", "_indextime", "host", "source", "sourcetype", "index", "splunk_server", "linecount", "punct", "eventtype", "tag", "timestamp", .. DateFields.All];

    private const int LongName = 10;

    private readonly PlanBuilder _plan;
    private readonly bool _isDescribed;
    private readonly HashSet<string> _own;
    private readonly HashSet<string> _read;
    private readonly HashSet<string> _known;

    private EventReadCheck(PlanBuilder plan, EventFields fields)
    {
        _plan = plan;
        var types = plan.Source is RawSource raw ? SourceTypes.Of(raw.Filter) : [];
        ImmutableArray<string> listed = fields.Own.IsEmpty ? [.. types.SelectMany(type => fields.BySourceType.GetValueOrDefault(type.ToLowerInvariant(), []))] : fields.Own;
        _isDescribed = !listed.IsEmpty;
        _own = [.. Renamed(listed), .. Renamed(fields.Common), .. Internal];
        _read = [.. types.SelectMany(type => Renamed(fields.Read.GetValueOrDefault(type) ?? []))];
        _known = [.. _own, .. Renamed(fields.Known), .. fields.Known];
    }

    public static void Check(PlanBuilder plan, EventFields fields)
    {
        if (plan.Reads.Names.Count > 0)
            new EventReadCheck(plan, fields).Check();
    }

    private void Check()
    {
        var uses = _plan.Reads.Names.CountBy(read => read.Name.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var order = uses.Keys.Select((name, index) => (name, index)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, isOfValues) in _plan.Reads.Names.DistinctBy(read => read.Name.Span))
        {
            if (!IsListed(name.Text) && (Listed(name.Text) ?? (isOfValues ? null : Free(name.Text, uses, order))) is var (meant, where))
                _plan.ReportWithFix(DiagnosticTable.MisspeltField, name.Span, meant, name.Text, meant, where);
        }
    }

    private (string Meant, string Where)? Listed(string name)
    {
        if (Misspelling.OfListed(name, _own) is { } listed)
            return (listed, "as data sources have it");

        // Readers' tables name the fields that they use, and not all that there are.
        if (Misspelling.OfFree(name, _read) is { } read)
            return (read, "as events of that source type have it");

        // Of a rule whose own sources nobody describes a long name says enough by itself.
        return !_isDescribed && name.Length >= LongName && Misspelling.OfAny(name, _known) is { } known ? (known, "as data sources have it") : null;
    }

    private (string Meant, string Where)? Free(string name, Dictionary<string, int> uses, Dictionary<string, int> order)
    {
        if (Misspelling.OfFree(name, _plan.Reads.Made) is { } made)
            return (made, "which the search makes");

        // Of two that are listed nowhere the one that is read less is wrong, or the one that is read later.
        var others = uses.Where(other => IsListed(other.Key) || other.Value > uses[name] || (other.Value == uses[name] && order[other.Key] < order[name]));
        return Misspelling.OfFree(name, others.Select(other => other.Key)) is { } read ? (read, "as elsewhere in the search") : null;
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
