using System.Buffers;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Csv;

/// <summary>Joins lines to rows: as long as a quoted cell is open, the next line belongs to the row. A quote inside a cell without quotes opens none.</summary>
/// <param name="lines">The lines.</param>
/// <param name="limit">The longest row, in bytes.</param>
internal sealed class CsvRows(LineReader lines, int limit)
{
    private readonly ArrayBufferWriter<byte> _joined = new(1024);
    private readonly CsvLine _cells = new();

    /// <summary>What stands between cells.</summary>
    public byte Separator { get; set; } = (byte)',';

    /// <summary>The 1-based line on which the last row begins.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the last row went beyond the limit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gives the next row that is not blank; false at the end.</summary>
    /// <param name="row">Valid until the next call.</param>
    public bool Read(out ReadOnlySpan<byte> row)
    {
        do
        {
            if (!lines.Read(out row))
                return false;
        }
        while (row.IsEmpty);
        (Line, IsCut) = (lines.Line, lines.IsCut);
        if (row.Count((byte)'"') % 2 == 0 || IsCut || _cells.Split(row, Separator))
            return true;
        _joined.ResetWrittenCount();
        _joined.Write(row);
        while (lines.Read(out var more))
        {
            _joined.Write("\n"u8);
            _joined.Write(more);
            IsCut = lines.IsCut || _joined.WrittenCount > limit;
            if (more.Count((byte)'"') % 2 != 0 || IsCut)
                break;
        }

        row = _joined.WrittenSpan;
        return true;
    }
}
