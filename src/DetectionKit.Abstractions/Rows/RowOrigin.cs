using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Rows;

/// <summary>Where a row comes from: hidden state that travels beside its columns.</summary>
/// <param name="Newest">The time of the newest event that contributed; null: no event did.</param>
/// <param name="Input">Ordinal of the input that gave the event; 0 for rows that are no single event.</param>
/// <param name="Sequence">The event's place among its input's events; <see cref="NoEvent"/> for rows that are no single event.</param>
/// <param name="Key">The group's by-values for a row that a grouping made, else null. Names the row across revisions.</param>
/// <param name="Flows">The flows whose events contributed, as far as they are known and few; null: none is.</param>
public readonly record struct RowOrigin(Timestamp? Newest, int Input, long Sequence, RowKey? Key = null, FlowTrail? Flows = null)
{
    /// <summary>The sequence of a row that is no single event.</summary>
    public const long NoEvent = -1;

    /// <summary>A row that no event contributed to.</summary>
    public static RowOrigin None => new(null, 0, NoEvent);

    /// <summary>Whether the row is one event.</summary>
    public bool IsEvent => Sequence != NoEvent;

    /// <summary>The order in which events merge: by time, then input, then sequence. No time comes first.</summary>
    /// <param name="a">One origin.</param>
    /// <param name="b">The other.</param>
    public static int Compare(in RowOrigin a, in RowOrigin b)
    {
        var byTime = Nullable.Compare(a.Newest, b.Newest);
        if (byTime != 0)
            return byTime;
        var byInput = a.Input.CompareTo(b.Input);
        return byInput != 0 ? byInput : a.Sequence.CompareTo(b.Sequence);
    }
}
