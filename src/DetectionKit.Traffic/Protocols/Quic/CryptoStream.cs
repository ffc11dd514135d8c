namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>
/// Puts the CRYPTO frames of one side in order (RFC 9000 section 19.6): they come in any order and may overlap; the first bytes stay. Bounded:
/// what lies behind the limit is not kept.
/// </summary>
internal sealed class CryptoStream
{
    private const int Limit = 16_384;

    private readonly List<(int Start, int End)> _ranges = [];
    private byte[] _bytes = [];

    /// <summary>The bytes from the first on without a hole.</summary>
    public ReadOnlySpan<byte> Bytes => _ranges is [(0, var end), ..] ? _bytes.AsSpan(0, end) : default;

    /// <summary>Takes a frame's data.</summary>
    /// <param name="offset">Where in the stream it begins.</param>
    /// <param name="data">The data.</param>
    public void Add(ulong offset, ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty || offset >= Limit || data.Length > Limit - (int)offset || _ranges.Count > 64)
            return;
        var (start, end) = ((int)offset, (int)offset + data.Length);
        if (end > _bytes.Length)
            Array.Resize(ref _bytes, Math.Min(Limit, Math.Max(1024, end * 2)));
        var at = 0;
        while (at < _ranges.Count && _ranges[at].End < start)
            at++;
        var next = start;
        var (from, to) = (start, end);
        while (at < _ranges.Count && _ranges[at].Start <= end)
        {
            var range = _ranges[at];
            if (next < range.Start)
                data[(next - start)..(range.Start - start)].CopyTo(_bytes.AsSpan(next));
            next = Math.Max(next, range.End);
            (from, to) = (Math.Min(from, range.Start), Math.Max(to, range.End));
            _ranges.RemoveAt(at);
        }

        if (next < end)
            data[(next - start)..].CopyTo(_bytes.AsSpan(next));
        _ranges.Insert(at, (from, to));
    }
}
