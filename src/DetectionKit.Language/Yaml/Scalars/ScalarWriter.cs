using System.Collections.Immutable;
using System.Text;

namespace DetectionKit.Language.Yaml.Scalars;

/// <summary>Builds a scalar's content together with the offset that each unit came from.</summary>
internal sealed class ScalarWriter(int capacity)
{
    private readonly ImmutableArray<int>.Builder _offsets = ImmutableArray.CreateBuilder<int>(capacity + 1);
    private readonly StringBuilder _text = new(capacity);

    public void Append(char unit, int offset)
    {
        _text.Append(unit);
        _offsets.Add(offset);
    }

    public void Append(string text, int offset)
    {
        foreach (var unit in text)
            Append(unit, offset);
    }

    public void Append(IReadOnlyList<(char Unit, int Offset)> units)
    {
        for (var i = 0; i < units.Count; i++)
            Append(units[i].Unit, units[i].Offset);
    }

    public bool Is(string value) => _text.Equals(value.AsSpan());

    /// <summary>The map, closed by the place behind the last unit.</summary>
    public ImmutableArray<int> Close(int end)
    {
        _offsets.Add(end);
        return _offsets.ToImmutable();
    }
}
