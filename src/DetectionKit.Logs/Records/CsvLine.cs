using System.Text;

namespace DetectionKit.Logs.Records;

/// <summary>The cells of one line of comma-separated values (RFC 4180), as far as it is any: an open quote ends with the line, and what follows a closing quote belongs to the cell.</summary>
public sealed class CsvLine
{
    private readonly List<(int Start, int Length, bool Quoted)> _cells = new(128);

    /// <summary>How many cells there are.</summary>
    public int Count => _cells.Count;

    /// <summary>Takes a line apart.</summary>
    /// <param name="line">The line; cells are read from the same bytes.</param>
    /// <param name="separator">What stands between cells.</param>
    /// <param name="most">The most cells; what follows is not looked at.</param>
    /// <returns>Whether every quote is closed.</returns>
    public bool Split(ReadOnlySpan<byte> line, byte separator = (byte)',', int most = 2000)
    {
        _cells.Clear();
        var at = 0;
        while (_cells.Count < most)
        {
            if (at < line.Length && line[at] == '"')
            {
                var end = EndOfQuoted(line, at, separator);
                if (end < 0)
                {
                    _cells.Add((at, line.Length - at, true));
                    return false;
                }

                _cells.Add((at, end - at, true));
                at = end;
            }
            else
            {
                var length = line[at..].IndexOf(separator);
                length = length < 0 ? line.Length - at : length;
                _cells.Add((at, length, false));
                at += length;
            }

            if (at >= line.Length)
                return true;
            at++;
        }

        return true;
    }

    /// <summary>The bytes of a cell as they stand.</summary>
    /// <param name="line">The line that was taken apart.</param>
    /// <param name="index">The cell, from 0.</param>
    public ReadOnlySpan<byte> BytesOf(ReadOnlySpan<byte> line, int index) => line.Slice(_cells[index].Start, _cells[index].Length);

    /// <summary>The text of a cell, without its quotes.</summary>
    /// <param name="line">The line that was taken apart.</param>
    /// <param name="index">The cell, from 0.</param>
    public string TextOf(ReadOnlySpan<byte> line, int index)
    {
        var cell = Encoding.UTF8.GetString(BytesOf(line, index));
        if (!_cells[index].Quoted)
            return cell;
        var close = cell.LastIndexOf('"');
        var inside = close > 0 ? string.Concat(cell.AsSpan(1, close - 1), cell.AsSpan(close + 1)) : cell[1..];
        return inside.Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    private static int EndOfQuoted(ReadOnlySpan<byte> line, int open, byte separator)
    {
        for (var at = open + 1; at < line.Length; at++)
        {
            if (line[at] != '"')
                continue;
            if (at + 1 < line.Length && line[at + 1] == '"')
                at++;
            else
                return line[at..].IndexOf(separator) is >= 0 and var rest ? at + rest : line.Length;
        }

        return -1;
    }
}
