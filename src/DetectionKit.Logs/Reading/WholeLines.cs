using System.Globalization;

namespace DetectionKit.Logs.Reading;

/// <summary>Lines that are records by themselves.</summary>
internal static class WholeLines
{
    /// <summary>The next line that is neither blank nor longer than a line may be; long ones are counted.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="records">Where bad lines are counted.</param>
    /// <param name="line">The line; valid until the next call.</param>
    /// <returns>Whether there was one.</returns>
    public static bool ReadWhole(this LineReader lines, RecordSink records, out ReadOnlySpan<byte> line)
    {
        while (lines.Read(out line))
        {
            if (line.Trim(" \t"u8).IsEmpty)
                continue;
            if (!lines.IsCut)
                return true;
            records.Counts.AddBad("line " + lines.Line.ToString(CultureInfo.InvariantCulture), "longer than a line may be");
        }

        return false;
    }
}
