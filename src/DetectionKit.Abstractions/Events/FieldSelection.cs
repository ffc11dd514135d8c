using System.Collections.Frozen;

namespace DetectionKit.Abstractions.Events;

/// <summary>Which fields of a kind of event anybody reads: a maker of events leaves the others out, and makes no event that nobody reads.</summary>
public sealed class FieldSelection
{
    private readonly FrozenSet<string>? _names;

    private FieldSelection(FrozenSet<string>? names, bool isRead)
    {
        _names = names;
        IsRead = isRead;
    }

    /// <summary>Every field.</summary>
    public static FieldSelection All { get; } = new(null, isRead: true);

    /// <summary>No event of the kind is read.</summary>
    public static FieldSelection None { get; } = new(FrozenSet<string>.Empty, isRead: false);

    /// <summary>Whether anybody reads the event at all, be it for its time alone.</summary>
    public bool IsRead { get; }

    /// <summary>Some fields.</summary>
    /// <param name="names">Their names.</param>
    public static FieldSelection Of(IEnumerable<string> names) => new(names.ToFrozenSet(StringComparer.Ordinal), isRead: true);

    /// <summary>Whether a field is read.</summary>
    /// <param name="field">Its name; case counts.</param>
    public bool Contains(string field) => _names is null || _names.Contains(field);
}
