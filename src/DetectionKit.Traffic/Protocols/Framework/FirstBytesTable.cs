namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>
/// Which identifiers can fit what the first bytes are: for each of the first positions and each byte value, the set of those that some prefix
/// of theirs allows. The sets of the positions seen are intersected, so the cost does not depend on how many identifiers there are.
/// </summary>
internal sealed class FirstBytesTable
{
    private readonly CandidateSet[] _sets = new CandidateSet[Prefix.Depth * 256];
    private readonly CandidateSet[] _anyByte = new CandidateSet[Prefix.Depth];
    private readonly CandidateSet _all;

    /// <summary>The table of those identifiers that a carrier can carry.</summary>
    /// <param name="identifiers">All of them, in the catalogue's order.</param>
    /// <param name="carrier">The carrier.</param>
    public FirstBytesTable(ReadOnlySpan<Identifier> identifiers, Carrier carrier)
    {
        for (var index = 0; index < identifiers.Length; index++)
        {
            if ((identifiers[index].Carrier & carrier) == 0)
                continue;
            _all.Add(index);
            foreach (var prefix in identifiers[index].PrefixesOver(carrier))
                Enter(index, prefix);
        }

        for (var position = 0; position < Prefix.Depth; position++)
        {
            for (var value = 0; value < 256; value++)
                _sets[(position * 256) + value].Or(in _anyByte[position]);
        }
    }

    /// <summary>All that the carrier can carry.</summary>
    public ref readonly CandidateSet All => ref _all;

    /// <summary>Drops what the bytes exclude.</summary>
    /// <param name="candidates">The set so far.</param>
    /// <param name="bytes">The first bytes of what was said.</param>
    /// <param name="from">How many positions were looked at before.</param>
    /// <returns>How many positions have been looked at now.</returns>
    public int Narrow(ref CandidateSet candidates, ReadOnlySpan<byte> bytes, int from)
    {
        var end = Math.Min(bytes.Length, Prefix.Depth);
        for (var position = from; position < end; position++)
            candidates.And(in _sets[(position * 256) + bytes[position]]);
        return Math.Max(from, end);
    }

    private void Enter(int index, Prefix prefix)
    {
        for (var position = 0; position < Prefix.Depth; position++)
        {
            if (position >= prefix.Sets.Length || prefix.Sets[position].IsAny)
            {
                _anyByte[position].Add(index);
                continue;
            }

            var set = prefix.Sets[position];
            for (var value = 0; value < 256; value++)
            {
                if (set.Contains((byte)value))
                    _sets[(position * 256) + value].Add(index);
            }
        }
    }
}
