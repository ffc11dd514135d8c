using System.Numerics;
using System.Runtime.CompilerServices;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>A set of numbers below 256: values of a byte, or identifiers by their index in the catalogue.</summary>
internal unsafe struct SmallSet
{
    /// <summary>What numbers are below.</summary>
    public const int Capacity = 256;

    private const int Words = Capacity / 64;

    private fixed ulong _words[Words];

    /// <summary>Whether it holds none.</summary>
    public readonly bool IsEmpty => (_words[0] | _words[1] | _words[2] | _words[3]) == 0;

    /// <summary>Whether it holds a number.</summary>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Has(int number) => (_words[number >> 6] >> (number & 63) & 1) != 0;

    /// <summary>Adds one.</summary>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int number) => _words[number >> 6] |= 1UL << (number & 63);

    /// <summary>Removes one.</summary>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(int number) => _words[number >> 6] &= ~(1UL << (number & 63));

    /// <summary>Keeps only what the other set has too.</summary>
    /// <param name="other">The other set.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void And(in SmallSet other)
    {
        for (var word = 0; word < Words; word++)
            _words[word] &= other._words[word];
    }

    /// <summary>Adds what the other set has.</summary>
    /// <param name="other">The other set.</param>
    public void Or(in SmallSet other)
    {
        for (var word = 0; word < Words; word++)
            _words[word] |= other._words[word];
    }

    /// <summary>Its numbers in ascending order, as they are now.</summary>
    public readonly Enumerator GetEnumerator() => new(in this);

    /// <summary>Goes through a set.</summary>
    internal struct Enumerator(in SmallSet set)
    {
        private readonly SmallSet _set = set;
        private ulong _left = set._words[0];
        private int _word;

        /// <summary>The number.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next number, if there is one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word == Words)
                    return false;
                _left = _set._words[_word];
            }

            Current = (_word << 6) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
