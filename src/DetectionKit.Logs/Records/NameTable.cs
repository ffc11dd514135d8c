using System.Text;

namespace DetectionKit.Logs.Records;

/// <summary>Gives one string for equal names, so that a field's name costs no memory per record. Bounded: names beyond the limit are not kept.</summary>
public sealed class NameTable
{
    private const int Longest = 256;
    private const int Limit = 20_000;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>An empty table.</summary>
    public NameTable() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name as a string.</summary>
    /// <param name="name">The name.</param>
    public string Of(ReadOnlySpan<char> name)
    {
        if (_lookup.TryGetValue(name, out var known))
            return known;
        var made = name.ToString();
        if (name.Length <= Longest && _names.Count < Limit)
            _names.Add(made);
        return made;
    }

    /// <summary>The name as a string.</summary>
    /// <param name="name">The name in UTF-8.</param>
    public string Of(ReadOnlySpan<byte> name)
    {
        if (name.Length > Longest)
            return Encoding.UTF8.GetString(name);
        Span<char> chars = stackalloc char[Longest];
        return Of(chars[..Encoding.UTF8.GetChars(name, chars)]);
    }
}
