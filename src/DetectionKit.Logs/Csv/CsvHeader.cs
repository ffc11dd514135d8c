using System.Collections.Immutable;
using System.Text;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Csv;

/// <summary>The line of names.</summary>
/// <param name="Names">The columns.</param>
/// <param name="Separator">What stands between cells.</param>
internal sealed record CsvHeader(ImmutableArray<string> Names, byte Separator)
{
    private static readonly byte[] Separators = [(byte)',', (byte)'\t', (byte)';', (byte)'|'];

    /// <summary>The header that a line is, or null: names are short, distinct, not empty, and no numbers.</summary>
    /// <param name="line">The line.</param>
    public static CsvHeader? Of(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line.TrimStart('\uFEFF'));
        var cells = new CsvLine();
        foreach (var separator in Separators)
        {
            if (!cells.Split(bytes, separator) || cells.Count < 2)
                continue;
            var names = Enumerable.Range(0, cells.Count).Select(i => cells.TextOf(bytes, i).Trim()).ToImmutableArray();
            if (names.All(IsName) && names.Distinct(StringComparer.Ordinal).Count() == names.Length)
                return new(names, separator);
        }

        return null;
    }

    /// <summary>Whether another line has as many cells; a quoted cell may go on in the next line.</summary>
    /// <param name="line">The line.</param>
    public bool IsLike(string line)
    {
        var cells = new CsvLine();
        return !cells.Split(Encoding.UTF8.GetBytes(line), Separator) || cells.Count == Names.Length;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 128 && (char.IsLetter(name[0]) || name[0] is '_' or '@') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ' ' or ':' or '{' or '}' or '@' or '/' or '(' or ')' or '#');
}
