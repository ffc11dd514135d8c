namespace DetectionKit.Traffic.Protocols.Netflow;

/// <summary>The time of day that an exporter writes, in epoch seconds.</summary>
internal static class ExportTime
{
    private const uint Year2000 = 946_684_800;
    private const uint Year2050 = 2_524_608_000;

    /// <summary>Whether an exporter could have written it: its clock stands between 2000 and 2050, or was never set (its first days after 1970).</summary>
    /// <param name="seconds">Epoch seconds.</param>
    public static bool IsPlausible(uint seconds) => seconds is (>= Year2000 and <= Year2050) or < 100 * 86_400;
}
