namespace DetectionKit.Engine.Running;

/// <summary>What one detector may hold in one run. What does not fit is left out and counted, never lost in silence.</summary>
internal sealed class Budget(RunLimits limits)
{
    private int _rows;
    private int _groups;
    private int _values;
    private int _subsearchLimit;
    private int _searchLimit;
    private int _windowLimit;
    private int _combinationLimit;

    public RunLimits Limits { get; } = limits;

    /// <summary>Events or rows that were left out.</summary>
    public long RowsLeftOut { get; private set; }

    /// <summary>Contributions to groups that could not be made.</summary>
    public long GroupsLeftOut { get; private set; }

    /// <summary>Values that an aggregate could not keep.</summary>
    public long ValuesLeftOut { get; private set; }

    /// <summary>Rows of subsearches beyond what their commands take.</summary>
    public long SubsearchRowsCut { get; private set; }

    /// <summary>Rows for which a map did not run, since it had run as often as it may.</summary>
    public long RowsUnmapped { get; private set; }

    /// <summary>Rows for which a map did not run, since they lack a column that its search names.</summary>
    public long RowsUnmappable { get; private set; }

    /// <summary>Rows that left a window of streamstats before they had to.</summary>
    public long WindowRowsCut { get; private set; }

    /// <summary>How often a row, at some stage, had more combinations of values than are gone through.</summary>
    public long RowsUncombined { get; private set; }

    /// <summary>Rows that were not given before their window's end.</summary>
    public long RowsNotShown { get; private set; }

    /// <summary>What was left out, a line each, for people.</summary>
    public IEnumerable<string> Shortfalls()
    {
        if (RowsLeftOut > 0)
            yield return $"more than {Limits.Rows} matched events: {RowsLeftOut} left out";
        if (GroupsLeftOut > 0)
            yield return $"more than {Limits.Groups} groups: {GroupsLeftOut} contributions left out";
        if (ValuesLeftOut > 0)
            yield return $"more than {Limits.Values} values in groups: {ValuesLeftOut} left out";
        if (RowsNotShown > 0)
            yield return $"more than {Limits.Rows} rows before the window's end: {RowsNotShown} waited for it";
        if (SubsearchRowsCut > 0)
            yield return $"a subsearch gave more than {_subsearchLimit} rows: {SubsearchRowsCut} left out";
        if (WindowRowsCut > 0)
            yield return $"a window of streamstats holds {_windowLimit} rows: {WindowRowsCut} left it early";
        if (RowsUncombined > 0)
            yield return $"a row counts in at most {_combinationLimit} combinations of its values: {RowsUncombined} times there were more";
        if (RowsUnmapped > 0)
            yield return $"map runs for {_searchLimit} rows (maxsearches): {RowsUnmapped} left out";
        if (RowsUnmappable > 0)
            yield return $"map did not run for {RowsUnmappable} rows that lack a field which its search names";
    }

    /// <summary>Counts a subsearch's row that its command does not take.</summary>
    public void CountCut(int limit)
    {
        _subsearchLimit = limit;
        SubsearchRowsCut++;
    }

    /// <summary>Whether one more row may be given before the window's end.</summary>
    public bool MayShow(int shown)
    {
        if (shown < Limits.Rows)
            return true;
        RowsNotShown++;
        return false;
    }

    /// <summary>Counts rows that leave a window early.</summary>
    public void CountWindowCut(int limit, int rows)
    {
        _windowLimit = limit;
        WindowRowsCut += rows;
    }

    /// <summary>Counts a row that has more combinations of values than are gone through.</summary>
    public void CountUncombined(int limit)
    {
        _combinationLimit = limit;
        RowsUncombined++;
    }

    /// <summary>Counts a row for which a map does not run any more.</summary>
    public void CountUnmapped(int limit)
    {
        _searchLimit = limit;
        RowsUnmapped++;
    }

    /// <summary>Counts a row for which a map cannot run.</summary>
    public void CountUnmappable() => RowsUnmappable++;

    public bool TakeRow()
    {
        if (_rows >= Limits.Rows)
        {
            RowsLeftOut++;
            return false;
        }

        _rows++;
        return true;
    }

    /// <summary>Gives back what one row took.</summary>
    public void ReturnRow() => _rows--;

    public bool TakeGroup()
    {
        if (_groups >= Limits.Groups)
        {
            GroupsLeftOut++;
            return false;
        }

        _groups++;
        return true;
    }

    public bool TakeValue()
    {
        if (_values >= Limits.Values)
        {
            ValuesLeftOut++;
            return false;
        }

        _values++;
        return true;
    }
}
