using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Keeps the value of the earliest or latest row that has one. Among rows of one moment, input and sequence decide; a row without time is passed over.</summary>
internal sealed class Extreme(bool latest)
{
    private RowOrigin _at = RowOrigin.None;

    /// <summary>The value; absent while there is none.</summary>
    public Value Held { get; private set; }

    /// <summary>Its row's <c>_time</c>.</summary>
    public Timestamp? Time => _at.Newest;

    public void Add(Value value, Row row)
    {
        if (TimeOf(row) is not { } time)
            return;
        var at = row.Origin with { Newest = time };
        var order = RowOrigin.Compare(at, _at);
        if (!Held.IsNull && (latest ? order <= 0 : order >= 0))
            return;
        _at = at;
        Held = value;
    }

    /// <summary><c>_time</c>; of an event whose row does not carry it, the event's own.</summary>
    private static Timestamp? TimeOf(Row row)
    {
        if (row["_time"].TryGetNumber(out var seconds) && Math.Abs(seconds) < 9e9)
            return Timestamp.FromSeconds(seconds);
        return row.Origin.IsEvent ? row.Origin.Newest : null;
    }
}
