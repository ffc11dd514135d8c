using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Engine.Running;

/// <summary>
/// The rows of flows that go on: what each has led to by now, one for each flow. A flow's next report stands in the place of the one before, and the rows
/// count in their window's end, or once their flow has ended.
/// </summary>
internal sealed class ContinuingRows
{
    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private HashSet<string> _ended = new(StringComparer.Ordinal);
    private HashSet<string> _endedBefore = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fresh = new(StringComparer.Ordinal);
    private Row? _removed;

    /// <summary>The flow of a row that one event made; null: none is known.</summary>
    public static string? FlowOf(Row row) => row.Origin.Flows is { Flows: [var flow, ..] } ? flow.Uid : null;

    /// <summary>The flows whose names are known.</summary>
    public IReadOnlyCollection<string> Flows => _reported;

    /// <summary>Keeps a row until its flow's next report. Its name is its flow's, whatever it holds.</summary>
    /// <returns>Whether there was none of this flow before.</returns>
    public bool Put(Row row)
    {
        var flow = FlowOf(row)!;
        Name(row, flow);
        _reported.Add(flow);
        _fresh.Add(flow);
        var isNew = !_rows.ContainsKey(flow);
        _rows[flow] = row;
        return isNew;
    }

    /// <summary>Takes the flow's row back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string flow) => _rows.Count > 0 && _rows.Remove(flow, out _removed);

    /// <summary>Whether the row says what its flow's row said that was taken back last.</summary>
    public bool IsSame(Row row) => _removed is { } removed && string.Equals(FlowOf(removed), FlowOf(row), StringComparison.Ordinal) && removed.Columns.SequenceEqual(row.Columns);

    /// <summary>Whether something of this flow came in this window while it went on.</summary>
    public bool Knows(string flow) => _reported.Count > 0 && _reported.Contains(flow);

    /// <summary>Notes that a flow has ended: its name is wanted for what its end leads to, and then no more.</summary>
    public void End(string flow)
    {
        if (_reported.Contains(flow))
            _ended.Add(flow);
    }

    /// <summary>Forgets flows that had ended by the last call.</summary>
    public void ForgetEnded()
    {
        if (_ended.Count + _endedBefore.Count == 0)
            return;
        _reported.ExceptWith(_endedBefore);
        _given.ExceptWith(_endedBefore);
        _endedBefore.Clear();
        (_ended, _endedBefore) = (_endedBefore, _ended);
    }

    /// <summary>Gives the row of a flow that has ended the name that its rows had before.</summary>
    public void Name(Row row)
    {
        if (_reported.Count > 0 && FlowOf(row) is { } flow && _reported.Contains(flow))
            Name(row, flow);
    }

    /// <summary>Copies of the rows, in their order, where any came since the last call.</summary>
    public List<Row> Changed()
    {
        if (_fresh.Count == 0)
            return [];
        _fresh.Clear();
        return Copies(_rows.Values);
    }

    /// <summary>Copies of the rows that came since the last call, in their order.</summary>
    public List<Row> Fresh()
    {
        if (_fresh.Count == 0)
            return [];
        var rows = Copies(_fresh.Where(_rows.ContainsKey).Select(flow => _rows[flow]));
        _fresh.Clear();
        return rows;
    }

    /// <summary>Whether rows of this flow were given before the window's end.</summary>
    public bool IsGiven(Row row) => _given.Count > 0 && FlowOf(row) is { } flow && _given.Contains(flow);

    /// <summary>Notes that a row was given.</summary>
    public void Give(Row row)
    {
        if (_reported.Count > 0 && FlowOf(row) is { } flow && _reported.Contains(flow))
            _given.Add(flow);
    }

    /// <summary>The rows, which are gone from here.</summary>
    public List<Row> Drain()
    {
        List<Row> rows = [.. _rows.Values];
        _rows.Clear();
        return rows;
    }

    /// <summary>Goes on with what another one holds, which is empty afterwards.</summary>
    public void Adopt(ContinuingRows other)
    {
        foreach (var (flow, row) in other._rows)
            _rows[flow] = row;
        _reported.UnionWith(other._reported);
        _given.UnionWith(other._given);
        _ended.UnionWith(other._ended);
        _ended.UnionWith(other._endedBefore);
        _fresh.UnionWith(other._fresh);
        other._rows.Clear();
    }

    private static List<Row> Copies(IEnumerable<Row> rows)
    {
        List<Row> copies = [.. rows.Select(row => row.Copy())];
        copies.Sort((a, b) => RowOrigin.Compare(a.Origin, b.Origin));
        return copies;
    }

    private static void Name(Row row, string flow) => row.Origin = row.Origin with { Key = "flow " + flow };
}
