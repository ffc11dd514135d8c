using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>
/// Tells which readers an event concerns by the values that they need: each field that some reader's keys name is read once and looked up. Readers without
/// keys see every event. An event is shown by <see cref="Begin"/>, then <see cref="Look"/> for each of <see cref="Fields"/> that it has.
/// </summary>
/// <typeparam name="TReader">What reads events.</typeparam>
internal sealed class KeyIndex<TReader>
{
    private readonly TReader[] _readers;
    private readonly int[] _always;
    private readonly FieldKeys[] _keys;
    private readonly long[] _given;
    private readonly int[] _found;
    private long _events;
    private int _count;

    /// <summary>An index over readers.</summary>
    /// <param name="readers">The readers.</param>
    /// <param name="keysOf">A reader's keys.</param>
    public KeyIndex(IEnumerable<TReader> readers, Func<TReader, IReadOnlyCollection<SourceKey>> keysOf)
    {
        _readers = [.. readers];
        _given = new long[_readers.Length];
        _found = new int[_readers.Length];
        _always = [.. Enumerable.Range(0, _readers.Length).Where(i => keysOf(_readers[i]).Count == 0)];
        var byField = _readers.SelectMany((reader, i) => keysOf(reader).Select(key => (Key: key, Reader: i))).GroupBy(use => use.Key.Field, StringComparer.Ordinal).ToList();
        Fields = [.. byField.Select(uses => uses.Key)];
        _keys = [.. byField.Select(uses => new FieldKeys(uses))];
    }

    /// <summary>The fields that keys name.</summary>
    public ImmutableArray<string> Fields { get; }

    /// <summary>Goes on to the next event.</summary>
    public void Begin()
    {
        _events++;
        _count = _always.Length;
        _always.CopyTo(_found, 0);
    }

    /// <summary>Looks at a field's value.</summary>
    /// <param name="field">Which of the fields.</param>
    /// <param name="value">Its value in the event.</param>
    public void Look(int field, Value value)
    {
        foreach (var item in value.AsSpan())
            LookAt(_keys[field], item.ToText());
    }

    /// <summary>The readers that the event may concern, each once. Valid until the next event.</summary>
    public Found Concerned() => new(_readers, _found.AsSpan(0, _count));

    private void LookAt(FieldKeys keys, string text)
    {
        Add(keys.OfWhole(text));
        if (keys.Parts is not { } parts)
            return;
        var (at, state) = (0, 0);
        while (parts.Next(text, ref at, ref state))
            Add(parts.At(state));
    }

    private void Add(ReadOnlySpan<int> readers)
    {
        foreach (var reader in readers)
        {
            if (_given[reader] == _events)
                continue;
            _given[reader] = _events;
            _found[_count++] = reader;
        }
    }

    /// <summary>Readers that an event may concern.</summary>
    public readonly ref struct Found(TReader[] readers, ReadOnlySpan<int> places)
    {
        private readonly ReadOnlySpan<int> _places = places;

        public int Count => _places.Length;

        public TReader this[int index] => readers[_places[index]];
    }
}
