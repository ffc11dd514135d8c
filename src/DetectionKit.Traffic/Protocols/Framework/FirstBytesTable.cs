using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>
/// Which identifiers can fit what the first bytes are. Each prefix of each identifier is a row; for each of the first positions and each byte
/// value there is the set of rows that allow it, a bit a row. The sets of the positions seen are intersected, so the cost hardly depends on how
/// many identifiers there are.
/// </summary>
internal sealed class FirstBytesTable
{
    private const int RowsPerVector = 256;
    private const int WordsPerVector = RowsPerVector / 64;

    private readonly ulong[] _rows;
    private readonly int _words;
    private readonly byte[] _identifiers;
    private readonly SmallSet _all;

    /// <summary>The table of those identifiers that a carrier can carry.</summary>
    /// <param name="identifiers">All of them, in the catalogue's order.</param>
    /// <param name="carrier">The carrier.</param>
    public FirstBytesTable(ReadOnlySpan<Identifier> identifiers, Carrier carrier)
    {
        var prefixes = new List<Prefix>();
        var owners = new List<byte>();
        for (var index = 0; index < identifiers.Length; index++)
        {
            if ((identifiers[index].Carrier & carrier) == 0)
                continue;
            _all.Add(index);
            foreach (var prefix in identifiers[index].PrefixesOver(carrier))
            {
                prefixes.Add(prefix);
                owners.Add((byte)index);
            }
        }

        _words = (prefixes.Count + RowsPerVector - 1) / RowsPerVector * WordsPerVector;
        _identifiers = [.. owners];
        _rows = new ulong[Prefix.Depth * 256 * _words];
        for (var position = 0; position < Prefix.Depth; position++)
            Fill(position, prefixes);
    }

    /// <summary>All that the carrier can carry.</summary>
    public ref readonly SmallSet All => ref _all;

    /// <summary>Drops what the bytes exclude.</summary>
    /// <param name="candidates">The set so far.</param>
    /// <param name="bytes">The first bytes of what was said; not empty.</param>
    public void Narrow(ref SmallSet candidates, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Prefix.Depth)
            bytes = bytes[..Prefix.Depth];
        var fitting = default(SmallSet);
        ref var table = ref MemoryMarshal.GetArrayDataReference(_rows);
        for (var word = 0; word < _words; word += WordsPerVector)
        {
            var rows = Vector256<ulong>.AllBitsSet;
            // In the table, whatever the bytes are: there are as many positions as are looked at, and 256 values of each.
            for (var position = 0; position < bytes.Length; position++)
                rows &= Vector256.LoadUnsafe(ref table, unchecked((((uint)position << 8) + bytes[position]) * (nuint)_words + (nuint)word));
            if (rows == Vector256<ulong>.Zero)
                continue;
            AddOwners(ref fitting, rows.GetElement(0), word);
            AddOwners(ref fitting, rows.GetElement(1), word + 1);
            AddOwners(ref fitting, rows.GetElement(2), word + 2);
            AddOwners(ref fitting, rows.GetElement(3), word + 3);
        }

        candidates.And(in fitting);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddOwners(ref SmallSet fitting, ulong rows, int word)
    {
        for (; rows != 0; rows &= rows - 1)
            fitting.Add(_identifiers[(word << 6) + BitOperations.TrailingZeroCount(rows)]);
    }

    private void Fill(int position, List<Prefix> prefixes)
    {
        Span<ulong> anyByte = stackalloc ulong[_words];
        anyByte.Clear();
        for (var row = 0; row < prefixes.Count; row++)
        {
            var sets = prefixes[row].Sets;
            if (position >= sets.Length || sets[position].IsAny)
            {
                anyByte[row >> 6] |= 1UL << (row & 63);
                continue;
            }

            foreach (var value in sets[position].Members)
                _rows[(((position << 8) + value) * _words) + (row >> 6)] |= 1UL << (row & 63);
        }

        for (var value = 0; value < 256; value++)
        {
            for (var word = 0; word < _words; word++)
                _rows[(((position << 8) + value) * _words) + word] |= anyByte[word];
        }
    }
}
