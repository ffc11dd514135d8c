using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Live;

/// <summary>What a live run runs.</summary>
/// <param name="Detectors">The detectors.</param>
/// <param name="Lookups">Their lookups.</param>
/// <param name="Marks">By detection id: what must be equal in two images for the rule to be the same one in both. A rule without a mark is always another.</param>
public sealed record LiveRules(ImmutableArray<IDetector> Detectors, LookupStore Lookups, ImmutableDictionary<string, string> Marks)
{
    /// <summary>Tries whether a run of them can begin and end, and so has the engine's own code compiled for them too.</summary>
    /// <returns>Why it cannot; null: it can.</returns>
    public string? Problem()
    {
        if (Detectors.GroupBy(detector => detector.Info.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return $"{twice.Count()} detectors have the id {twice.Key}";
        try
        {
            var run = new DetectionRun(Detectors, new() { Lookups = Lookups, Early = true });
            run.Warm();
            run.Finish();
            return null;
        }
        catch (Exception e)
        {
            return $"no run of its detectors can begin: {e.Message}";
        }
    }

    /// <summary>Says which detector goes on for one of other rules: that of the same rule; null: none does.</summary>
    internal Func<IDetector, IDetector?> HeirsOf(LiveRules before)
    {
        var marked = Detectors.Where(detector => Marks.ContainsKey(detector.Info.Id)).ToDictionary(detector => detector.Info.Id, StringComparer.Ordinal);
        return detector => marked.TryGetValue(detector.Info.Id, out var heir) && before.Marks.TryGetValue(detector.Info.Id, out var mark) && string.Equals(mark, Marks[detector.Info.Id], StringComparison.Ordinal)
            ? heir
            : null;
    }

    /// <summary>No rules.</summary>
    public static LiveRules None { get; } = new([], LookupStore.Empty, ImmutableDictionary<string, string>.Empty);
}
