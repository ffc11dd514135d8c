using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates.Sliding;

/// <summary>As <see cref="Functions.Dc"/> or <see cref="Functions.Values"/>: how often each text is there, in each kind of value.</summary>
/// <param name="listed">Whether the texts are wanted, not their number.</param>
internal sealed class SlidingTexts(bool listed) : Accumulator, IReversible
{
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);

    public override void Add(Value value, Row row)
    {
        var text = value.ToText();
        if (!_held.TryGetValue(text, out var held))
            _held.Add(text, held = new());
        held.Change(value, 1);
    }

    public void Remove(Value value)
    {
        var text = value.ToText();
        if (_held[text].Change(value, -1))
            _held.Remove(text);
    }

    public override Value Result() => listed
        ? Value.OfMany(_held.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.SmallestKind))
        : Value.Of(_held.Count);

    // A text as it is there: as a whole number, as a real one, as text.
    private sealed class Held
    {
        private static readonly int Kinds = (int)Enum.GetValues<ValueKind>().Max() + 1;
        private readonly (Value Value, int Count)[] _byKind = new (Value, int)[Kinds];

        /// <summary><see cref="Pick.SmallerKind"/> of all.</summary>
        public Value SmallestKind => Array.Find(_byKind, one => one.Count > 0).Value;

        /// <summary>Adds to the count of a value; whether nothing is left.</summary>
        public bool Change(Value value, int by)
        {
            ref var one = ref _byKind[(int)value.Kind];
            one = (value, one.Count + by);
            return Array.TrueForAll(_byKind, kind => kind.Count == 0);
        }
    }
}
