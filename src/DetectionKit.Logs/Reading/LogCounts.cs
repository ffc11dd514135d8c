namespace DetectionKit.Logs.Reading;

/// <summary>How an input's records came out.</summary>
public sealed class LogCounts
{
    /// <summary>Records that gave events.</summary>
    public long Good { get; private set; }

    /// <summary>Records that could not be read.</summary>
    public long Bad { get; private set; }

    /// <summary>Lines that are no records and need not be: headers, comments, blank lines.</summary>
    public long Skipped { get; private set; }

    /// <summary>Records or values that a limit cut.</summary>
    public long Cut { get; private set; }

    /// <summary>Records without a time of their own: they have that of the record before.</summary>
    public long Untimed { get; private set; }

    /// <summary>Where the first bad record is and what is wrong with it: <c>line 7: no JSON object</c>; null: there is none.</summary>
    public string? FirstBad { get; private set; }

    /// <summary>Counts a record that gave events.</summary>
    public void AddGood() => Good++;

    /// <summary>Counts what need not be a record.</summary>
    public void AddSkipped() => Skipped++;

    /// <summary>Counts what a limit cut.</summary>
    public void AddCut() => Cut++;

    /// <summary>Counts a record without a time.</summary>
    public void AddUntimed() => Untimed++;

    /// <summary>Counts a record that could not be read.</summary>
    /// <param name="place">Where: <c>line 7</c>, <c>offset 4096</c>.</param>
    /// <param name="reason">What is wrong, in a few words.</param>
    public void AddBad(string place, string reason)
    {
        Bad++;
        FirstBad ??= $"{place}: {reason}";
    }
}
