namespace DetectionKit.Abstractions.Times;

/// <summary>English names of days and months; the first three letters are the short form.</summary>
internal static class TimeNames
{
    public static ReadOnlySpan<string> Days => Week;

    public static ReadOnlySpan<string> Months => Year;

    private static readonly string[] Week = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] Year =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];
}
