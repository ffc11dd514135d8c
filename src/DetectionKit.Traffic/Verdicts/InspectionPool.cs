namespace DetectionKit.Traffic.Verdicts;

/// <summary>The open inspections, in the order of opening, and spare ones.</summary>
internal sealed class InspectionPool(BytePool bytes)
{
    private readonly List<Inspection> _all = [];
    private readonly Stack<int> _free = [];
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
        if (!_free.TryPop(out var index))
        {
            index = _all.Count;
            _all.Add(new Inspection());
        }

        var inspection = _all[index];
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
        _free.Push(index);
        Count--;
    }
}
