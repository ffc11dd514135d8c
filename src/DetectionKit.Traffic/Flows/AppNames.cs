namespace DetectionKit.Traffic.Flows;

/// <summary>Names of applications as small numbers, so that a flow's slot holds no reference.</summary>
internal sealed class AppNames
{
    private readonly List<string> _names = [""];
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);

    /// <summary>How many numbers there are, 0 (none) included.</summary>
    public int Count => _names.Count;

    /// <summary>The name of a number.</summary>
    /// <param name="number">A number that was given; 0 is the empty name.</param>
    public string this[ushort number] => _names[number];

    /// <summary>The number of a name.</summary>
    /// <param name="name">The name.</param>
    public ushort Of(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        number = (ushort)_names.Count;
        _names.Add(name);
        _numbers.Add(name, number);
        return number;
    }
}
