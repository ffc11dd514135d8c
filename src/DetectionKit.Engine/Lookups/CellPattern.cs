using System.Globalization;
using System.IO.Enumeration;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Values;

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

    // Only * is special: the escape keeps MatchesSimpleExpression from reading ? and \ as such.
    private sealed class Wildcard(string cell, bool caseSensitive) : CellPattern
    {
        private readonly string _expression = cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("?", "\\?", StringComparison.Ordinal);

        public override bool Matches(string text) => FileSystemName.MatchesSimpleExpression(_expression, text, ignoreCase: !caseSensitive);
    }

    /// <summary>An address with a prefix length, or a single address. What is neither matches nothing.</summary>
    private sealed class Network : CellPattern
    {
        private readonly IpAddress _address;
        private readonly int _bits;

        public Network(string cell)
        {
            var slash = cell.IndexOf('/', StringComparison.Ordinal);
            var address = (slash < 0 ? cell : cell[..slash]).AsSpan().Trim();
            if (!IpAddress.TryParse(address, out _address))
                return;
            _bits = _address.Width;
            if (slash >= 0 && !(int.TryParse(cell.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _bits) && _bits <= _address.Width))
                _address = default;
        }

        public override bool Matches(string text) =>
            !_address.IsNone && IpAddress.TryParse(text, out var address) && address.SharesPrefix(_address, _bits);
    }
}
