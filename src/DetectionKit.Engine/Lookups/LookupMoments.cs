using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Lookups;

/// <summary>The times of a table's rows (transforms.conf, <c>time_field</c>). A row whose text is no time never holds.</summary>
internal sealed class LookupMoments
{
    private readonly LookupTime _time;
    private readonly double[] _rows;

    private LookupMoments(LookupTime time, double[] rows)
    {
        _time = time;
        _rows = rows;
    }

    /// <summary>Of a table that goes by time; null of another one.</summary>
    public static LookupMoments? Of(LookupTable table, RunContext run)
    {
        if (table.Time is not { } time)
            return null;
        var place = table.Columns.IndexOf(time.Column);
        return new LookupMoments(time, [.. table.Rows.Select(cells => place < 0 ? double.NaN : time.Read(cells[place], run.Zone, run.Now) ?? double.NaN)]);
    }

    /// <summary>Those of the rows that hold for an event of that time, the newest first.</summary>
    public IEnumerable<int> Newest(IEnumerable<int> rows, Value time) =>
        time.TryGetNumber(out var seconds) ? rows.Where(row => _time.Holds(_rows[row], seconds)).OrderByDescending(row => _rows[row]) : [];
}
