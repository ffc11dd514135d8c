namespace DetectionKit.Logs.Evtx.BinXml;

/// <summary>What reading one chunk leaves for the next record: names by offset, and buffers.</summary>
internal sealed class ChunkMemory
{
    // Names repeat from chunk to chunk; a pool of texts keeps one of each, up to a limit.
    private const int MaxPooled = 4096;

    private readonly Dictionary<int, string> _names = [];
    private readonly HashSet<string> _pool = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _pooled;

    public ChunkMemory() => _pooled = _pool.GetAlternateLookup<ReadOnlySpan<char>>();

    public ulong? LastRecord { get; set; }

    public List<Substitution> Substitutions { get; } = [];

    public List<KeyValuePair<string, Abstractions.Values.Value>> Attributes { get; } = [];

    public ContentPieces Pieces { get; } = new();

    public void Clear()
    {
        _names.Clear();
        LastRecord = null;
    }

    public string? NameAt(int offset) => _names.GetValueOrDefault(offset);

    public string AddName(int offset, ReadOnlySpan<char> characters) => _names[offset] = Pooled(characters);

    private string Pooled(ReadOnlySpan<char> characters)
    {
        if (_pooled.TryGetValue(characters, out var known))
            return known;
        var text = characters.ToString();
        if (_pool.Count < MaxPooled)
            _pool.Add(text);
        return text;
    }
}
