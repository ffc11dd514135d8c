using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>
/// Tells which readers an event concerns by the values that they need: each field that some reader's keys name is read once and looked up. Readers without
/// keys see every event.
/// </summary>
/// <typeparam name="TEvent">The events.</typeparam>
/// <typeparam name="TReader">What reads them.</typeparam>
internal sealed class KeyIndex<TEvent, TReader>
{
    private readonly TReader[] _readers;
    private readonly int[] _always;
    private readonly Field[] _fields;
    private readonly long[] _given;
    private readonly int[] _found;
    private long _events;

    /// <summary>An index over readers.</summary>
    /// <param name="readers">The readers.</param>
    /// <param name="keysOf">A reader's keys.</param>
    /// <param name="readOf">What reads a field of an event.</param>
    public KeyIndex(IEnumerable<TReader> readers, Func<TReader, IReadOnlyCollection<SourceKey>> keysOf, Func<string, Func<TEvent, Value>> readOf)
    {
        _readers = [.. readers];
        _given = new long[_readers.Length];
        _found = new int[_readers.Length];
        _always = [.. Enumerable.Range(0, _readers.Length).Where(i => keysOf(_readers[i]).Count == 0)];
        _fields =
        [
            .. _readers.SelectMany((reader, i) => keysOf(reader).Select(key => (Key: key, Reader: i)))
                .GroupBy(use => use.Key.Field, StringComparer.Ordinal)
                .Select(uses => new Field(readOf(uses.Key), Table(uses.Select(use => (use.Key.Text, use.Reader))))),
        ];
    }

    /// <summary>The readers that the event may concern, each once, in the readers' order within a field's value. Valid until the next call.</summary>
    public Found Find(TEvent e)
    {
        _events++;
        var count = _always.Length;
        _always.CopyTo(_found, 0);
        foreach (var field in _fields)
        {
            var value = field.Read(e);
            if (value.Kind == ValueKind.Multi)
            {
                foreach (var item in value.Items)
                    Add(field, item, ref count);
            }
            else if (!value.IsNull)
            {
                Add(field, value, ref count);
            }
        }

        return new(_readers, _found.AsSpan(0, count));
    }

    private void Add(Field field, Value value, ref int count)
    {
        if (!field.Readers.TryGetValue(value.ToText(), out var readers))
            return;
        foreach (var reader in readers)
        {
            if (_given[reader] == _events)
                continue;
            _given[reader] = _events;
            _found[count++] = reader;
        }
    }

    private static Dictionary<string, int[]> Table(IEnumerable<(string Text, int Reader)> uses) =>
        uses.GroupBy(use => use.Text, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Select(use => use.Reader).Distinct().ToArray(), StringComparer.OrdinalIgnoreCase);

    private sealed record Field(Func<TEvent, Value> Read, Dictionary<string, int[]> Readers);

    /// <summary>Readers that an event may concern.</summary>
    public readonly ref struct Found(TReader[] readers, ReadOnlySpan<int> places)
    {
        private readonly ReadOnlySpan<int> _places = places;

        public int Count => _places.Length;

        public TReader this[int index] => readers[_places[index]];
    }
}
