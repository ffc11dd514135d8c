namespace DetectionKit.Traffic.Verdicts;

/// <summary>The open inspections, in the order of opening, and spare ones.</summary>
internal sealed class InspectionPool(BytePool bytes)
{
    // An array, since a list's members are reached through a call here. Spare ones are linked by what comes next.
    private Inspection[] _all = new Inspection[256];
    private int _used;
    private int _free = -1;
    private int _last = -1;

    /// <summary>The inspection opened first of those that are open; -1: none.</summary>
    public int First { get; private set; } = -1;

    /// <summary>How many are open.</summary>
    public int Count { get; private set; }

    /// <summary>An inspection.</summary>
    /// <param name="index">Its index.</param>
    public Inspection this[int index] => _all[index];

    /// <summary>Opens one.</summary>
    /// <param name="flow">The flow's slot.</param>
    public int Open(int flow)
    {
        var index = _free >= 0 ? _free : Make();
        var inspection = _all[index];
        _free = inspection.Next;
        inspection.Flow = flow;
        inspection.Index = index;
        inspection.Previous = _last;
        inspection.Next = -1;
        if (_last >= 0)
            _all[_last].Next = index;
        else
            First = index;
        _last = index;
        Count++;
        return index;
    }

    /// <summary>Closes one.</summary>
    /// <param name="index">Its index.</param>
    public void Close(int index)
    {
        var inspection = _all[index];
        if (inspection.Previous >= 0)
            _all[inspection.Previous].Next = inspection.Next;
        else
            First = inspection.Next;
        if (inspection.Next >= 0)
            _all[inspection.Next].Previous = inspection.Previous;
        else
            _last = inspection.Previous;
        inspection.Clear(bytes);
        inspection.Next = _free;
        _free = index;
        Count--;
    }

    private int Make()
    {
        if (_used == _all.Length)
            Array.Resize(ref _all, 2 * _used);
        _all[_used] = new Inspection { Next = -1 };
        return _used++;
    }
}
