using System.Numerics;
using System.Runtime.CompilerServices;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>A set of identifiers, by their index in the catalogue.</summary>
internal struct CandidateSet
{
    /// <summary>How many identifiers a set can hold.</summary>
    public const int Capacity = 256;

    private Words _words;

    /// <summary>Whether it holds none.</summary>
    public readonly bool IsEmpty => (_words[0] | _words[1] | _words[2] | _words[3]) == 0;

    /// <summary>Adds one.</summary>
    /// <param name="index">The identifier.</param>
    public void Add(int index) => _words[index >> 6] |= 1UL << (index & 63);

    /// <summary>Removes one.</summary>
    /// <param name="index">The identifier.</param>
    public void Remove(int index) => _words[index >> 6] &= ~(1UL << (index & 63));

    /// <summary>Keeps only what the other set has too.</summary>
    /// <param name="other">The other set.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void And(in CandidateSet other)
    {
        _words[0] &= other._words[0];
        _words[1] &= other._words[1];
        _words[2] &= other._words[2];
        _words[3] &= other._words[3];
    }

    /// <summary>Adds what the other set has.</summary>
    /// <param name="other">The other set.</param>
    public void Or(in CandidateSet other)
    {
        _words[0] |= other._words[0];
        _words[1] |= other._words[1];
        _words[2] |= other._words[2];
        _words[3] |= other._words[3];
    }

    /// <summary>The first member at or behind an index; -1: none.</summary>
    /// <param name="from">Where to begin.</param>
    public readonly int Next(int from)
    {
        if (from >= Capacity)
            return -1;
        var word = from >> 6;
        var bits = _words[word] & (ulong.MaxValue << (from & 63));
        while (bits == 0)
        {
            if (++word == 4)
                return -1;
            bits = _words[word];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }

    [InlineArray(4)]
    private struct Words
    {
        private ulong _first;
    }
}
