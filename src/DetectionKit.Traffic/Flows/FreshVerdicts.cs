namespace DetectionKit.Traffic.Flows;

/// <summary>
/// Flows whose verdict has been found, or has changed, and was not told yet: told at the next tick of the clock, so that a verdict costs no look at a clock and a flow that is
/// over by then is told once. Holds at most a few entries for each flow that lives.
/// </summary>
/// <param name="flows">The flows.</param>
internal sealed class FreshVerdicts(FlowSlab flows)
{
    private const int Fewest = 65_536;
    private List<(int Index, uint Ordinal)> _entries = [];
    private List<(int Index, uint Ordinal)> _told = [];
    private int _most = Fewest;

    /// <summary>How many wait.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a flow.</summary>
    /// <param name="index">Its slot.</param>
    public void Add(int index)
    {
        // Where the clock stands, what has ended meanwhile makes room.
        if (_entries.Count >= _most)
        {
            _entries.RemoveAll(entry => !Lives(entry));
            _most = Math.Max(Fewest, 2 * _entries.Count);
        }

        _entries.Add((index, flows[index].Ordinal));
    }

    /// <summary>Hands over those that live, in the order in which they came.</summary>
    /// <param name="tell">Takes a flow's slot.</param>
    public void Tell(Action<int> tell)
    {
        (_entries, _told) = (_told, _entries);
        foreach (var entry in _told)
        {
            if (Lives(entry))
                tell(entry.Index);
        }

        _told.Clear();
    }

    // A slot may hold another flow by now.
    private bool Lives((int Index, uint Ordinal) entry) => flows[entry.Index].Has(FlowFacts.Live) && flows[entry.Index].Ordinal == entry.Ordinal;
}
