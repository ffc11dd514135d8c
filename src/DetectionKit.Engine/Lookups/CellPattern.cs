using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Operators;

namespace DetectionKit.Engine.Lookups;

/// <summary>What a lookup's cell matches when it is a pattern or a network.</summary>
internal abstract class CellPattern
{
    public abstract bool Matches(string text);

    public static CellPattern Create(LookupMatch kind, string cell, bool caseSensitive) => kind switch
    {
        LookupMatch.Cidr => new Network(cell),
        LookupMatch.Wildcard => new Wildcard(cell, caseSensitive),
        LookupMatch.Exact => new Whole(cell, caseSensitive),
    };

    private sealed class Whole(string cell, bool caseSensitive) : CellPattern
    {
        public override bool Matches(string text) =>
            string.Equals(text, cell, caseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Wildcard(string cell, bool caseSensitive) : CellPattern
    {
        private readonly TextPattern _pattern = TextPattern.Of(cell, caseSensitive);

        public override bool Matches(string text) => _pattern.IsMatch(text);
    }

    private sealed class Network(string cell) : CellPattern
    {
        private readonly IpNetwork _network = IpNetwork.Of(cell.Trim());

        public override bool Matches(string text) => _network.Contains(text.AsSpan());
    }
}
