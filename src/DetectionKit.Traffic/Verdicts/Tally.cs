using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Verdicts;

/// <summary>The claims on one flow, and the verdict that follows from them by <see cref="Evidence"/>'s rule.</summary>
internal sealed class Tally
{
    private const int Most = 32;
    private readonly Entry[] _entries = new Entry[Most];
    private int _count;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(_entries, 0, _count);
        _count = 0;
    }

    /// <summary>Forgets the claims of one side.</summary>
    /// <param name="side">The side.</param>
    public void Clear(int side)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_entries[i].Side != side)
                _entries[kept++] = _entries[i];
        }

        Array.Clear(_entries, kept, _count - kept);
        _count = kept;
    }

    /// <summary>Notes a claim.</summary>
    /// <param name="identifier">Whose.</param>
    /// <param name="side">About which side.</param>
    /// <param name="claim">A Yes.</param>
    /// <param name="further">Whether it is about a further datagram: then half its bits are added instead of the better of both being kept.</param>
    public void Note(int identifier, int side, in Claim claim, bool further)
    {
        for (var i = 0; i < _count; i++)
        {
            ref var entry = ref _entries[i];
            if (entry.Identifier != identifier || entry.Side != side)
                continue;
            if (further)
                entry.Bits += claim.Bits / 2;
            else if (claim.Bits >= entry.Bits)
                entry = new(identifier, side, claim.Bits, claim.Role, claim.Rule);
            if (entry.Role == Role.Peer)
                entry.Role = claim.Role;
            return;
        }

        if (_count < Most)
            _entries[_count++] = new(identifier, side, claim.Bits, claim.Role, claim.Rule);
    }

    /// <summary>The best protocol of both sides together.</summary>
    /// <param name="catalogue">Names the identifiers.</param>
    public Standing Best(IdentifierCatalogue catalogue)
    {
        var best = Standing.None;
        var second = 0;
        for (var i = 0; i < _count; i++)
        {
            var app = catalogue.AppOf(_entries[i].Identifier);
            if (best.Identifier >= 0 && string.Equals(app, catalogue.AppOf(best.Identifier), StringComparison.Ordinal))
                continue;
            var bits = Sum(app, catalogue);
            if (bits > best.Bits)
            {
                second = best.Bits;
                best = new(_entries[i].Identifier, bits, 0);
            }
            else
            {
                second = Math.Max(second, bits);
            }
        }

        return best with { Second = second };
    }

    /// <summary>The best protocol of one side alone.</summary>
    /// <param name="side">The side.</param>
    public Standing BestOf(int side)
    {
        var best = Standing.None;
        for (var i = 0; i < _count; i++)
        {
            ref readonly var entry = ref _entries[i];
            if (entry.Side == side && entry.Bits > best.Bits)
                best = new(entry.Identifier, entry.Bits, 0);
        }

        return best;
    }

    /// <summary>Whether an identifier claimed anything about a side.</summary>
    /// <param name="identifier">The identifier.</param>
    /// <param name="side">The side.</param>
    public bool Has(int identifier, int side)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_entries[i].Identifier == identifier && _entries[i].Side == side)
                return true;
        }

        return false;
    }

    /// <summary>Which side plays the client in a protocol; -1: not told.</summary>
    /// <param name="app">The protocol's name.</param>
    /// <param name="catalogue">Names the identifiers.</param>
    public int ClientOf(string app, IdentifierCatalogue catalogue)
    {
        for (var i = 0; i < _count; i++)
        {
            ref readonly var entry = ref _entries[i];
            if (entry.Role != Role.Peer && string.Equals(app, catalogue.AppOf(entry.Identifier), StringComparison.Ordinal))
                return entry.Role == Role.Client ? entry.Side : 1 - entry.Side;
        }

        return -1;
    }

    /// <summary>The best rule of a protocol, and the side that it is about.</summary>
    /// <param name="app">The protocol's name.</param>
    /// <param name="catalogue">Names the identifiers.</param>
    public (string Rule, int Side) RuleOf(string app, IdentifierCatalogue catalogue)
    {
        var best = -1;
        for (var i = 0; i < _count; i++)
        {
            if (string.Equals(app, catalogue.AppOf(_entries[i].Identifier), StringComparison.Ordinal) && (best < 0 || _entries[i].Bits > _entries[best].Bits))
                best = i;
        }

        return best < 0 ? ("", 0) : (_entries[best].Rule, _entries[best].Side);
    }

    private int Sum(string app, IdentifierCatalogue catalogue)
    {
        int a = 0, b = 0;
        for (var i = 0; i < _count; i++)
        {
            ref readonly var entry = ref _entries[i];
            if (!string.Equals(app, catalogue.AppOf(entry.Identifier), StringComparison.Ordinal))
                continue;
            if (entry.Side == 0)
                a = Math.Max(a, entry.Bits);
            else
                b = Math.Max(b, entry.Bits);
        }

        return a + b;
    }

    private struct Entry(int identifier, int side, int bits, Role role, string rule)
    {
        public readonly int Identifier = identifier;
        public readonly int Side = side;
        public readonly string Rule = rule;
        public int Bits = bits;
        public Role Role = role;
    }
}

/// <summary>Where a protocol stands.</summary>
/// <param name="Identifier">Its identifier; -1: none.</param>
/// <param name="Bits">Its score.</param>
/// <param name="Second">The score of the next protocol.</param>
internal readonly record struct Standing(int Identifier, int Bits, int Second)
{
    public static Standing None => new(-1, 0, 0);
}
