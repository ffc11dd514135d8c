namespace DetectionKit.Abstractions.Times;

/// <summary>English names of days and months, whose first three letters are the short form, and the abbreviations of zones that stand in logs.</summary>
internal static class TimeNames
{
    public static ReadOnlySpan<string> Days => Week;

    public static ReadOnlySpan<string> Months => Year;

    /// <summary>Abbreviations and their hours ahead of UTC; one that begins another stands behind it.</summary>
    public static ReadOnlySpan<(string Name, double Hours)> Zones => Abbreviations;

    private static readonly (string Name, double Hours)[] Abbreviations =
    [
        ("UTC", 0), ("GMT", 0), ("WEST", 1), ("WET", 0), ("CEST", 2), ("CET", 1), ("EEST", 3), ("EET", 2), ("MSK", 3), ("BST", 1), ("IST", 5.5), ("JST", 9), ("KST", 9),
        ("AEST", 10), ("AEDT", 11), ("NZST", 12), ("NZDT", 13), ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6), ("PST", -8), ("PDT", -7),
        ("AKST", -9), ("AKDT", -8), ("HST", -10), ("Z", 0),
    ];

    private static readonly string[] Week = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] Year =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];
}
