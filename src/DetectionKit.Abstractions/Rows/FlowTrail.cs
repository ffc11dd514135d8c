using DetectionKit.Abstractions.Events;

namespace DetectionKit.Abstractions.Rows;

/// <summary>The flows that a row goes back to, each once, the first few of them. Immutable.</summary>
public sealed class FlowTrail
{
    /// <summary>How many flows are kept; more are only counted as more.</summary>
    public const int Most = 8;

    private readonly FlowReference[] _flows;

    private FlowTrail(FlowReference[] flows, bool isCut)
    {
        _flows = flows;
        IsCut = isCut;
    }

    /// <summary>The flows, in the order in which they contributed.</summary>
    public IReadOnlyList<FlowReference> Flows => _flows;

    /// <summary>Whether there were more.</summary>
    public bool IsCut { get; }

    /// <summary>The trail of one flow; none for null.</summary>
    /// <param name="flow">The flow.</param>
    public static FlowTrail? Of(FlowReference? flow) => flow is null ? null : new([flow], isCut: false);

    /// <summary>Both trails as one.</summary>
    /// <param name="one">The first.</param>
    /// <param name="other">The second.</param>
    public static FlowTrail? Join(FlowTrail? one, FlowTrail? other)
    {
        if (one is null || other is null || ReferenceEquals(one, other))
            return one ?? other;
        if (one.IsCut)
            return one;
        var added = Array.FindAll(other._flows, flow => Array.IndexOf(one._flows, flow) < 0);
        if (added.Length == 0 && !other.IsCut)
            return one;
        FlowReference[] all = [.. one._flows, .. added];
        return all.Length <= Most ? new(all, other.IsCut) : new(all[..Most], isCut: true);
    }
}
