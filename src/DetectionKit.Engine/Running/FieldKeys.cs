using DetectionKit.Abstractions.Detectors;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Running;

/// <summary>The keys of one field: whole values by hash, parts of values by one automaton.</summary>
internal sealed class FieldKeys
{
    private readonly Dictionary<string, int[]> _whole;
    private readonly int _longest;

    /// <summary>Keys with the readers that have them.</summary>
    /// <param name="uses">The keys, all of one field.</param>
    public FieldKeys(IEnumerable<(SourceKey Key, int Reader)> uses)
    {
        var byKind = uses.ToLookup(use => use.Key.IsPart, use => (use.Key.Text, use.Reader));
        _whole = byKind[false].GroupBy(use => use.Text, use => use.Reader, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.OrdinalIgnoreCase);
        _longest = _whole.Count == 0 ? -1 : _whole.Keys.Max(text => text.Length);
        Parts = byKind[true].Any() ? new(byKind[true]) : null;
    }

    /// <summary>The readers by parts of values; null: no key is one.</summary>
    public PartAutomaton<int>? Parts { get; }

    /// <summary>The readers of a whole value.</summary>
    /// <param name="text">The value.</param>
    public ReadOnlySpan<int> OfWhole(string text) => text.Length <= _longest && _whole.TryGetValue(text, out var readers) ? readers : [];
}
