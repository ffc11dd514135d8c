using System.Text;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Records;

/// <summary>What stands before a message that came by syslog: RFC 5424, RFC 3164, or RFC 3164 with an ISO time as rsyslog writes it.</summary>
internal static partial class Syslog
{
    private const int LongestHeader = 256;

    // Milliseconds. Every repetition is bounded and so is the text: only a machine that stands still takes that long.
    private const int Patience = 60_000;

    /// <summary>Reads a header; where there is none, the whole line is the message.</summary>
    /// <param name="line">The line.</param>
    public static SyslogHeader Read(ReadOnlySpan<byte> line)
    {
        var head = Encoding.Latin1.GetString(line[..Math.Min(LongestHeader, line.Length)]);
        var match = Header().Match(head);
        if (!match.Success || !IsHeader(head, match) || !TimeText.TryRead(match.Groups["time"].ValueSpan, out var time))
            return default;
        return new(time, !char.IsAsciiDigit(match.Groups["time"].ValueSpan[0]), match.Groups["host"].Value, match.Groups["tag"] is { Success: true } tag ? tag.Value : null, match.Length);
    }

    // An ISO time at the begin of a line is in every other log: then a priority before it or a program behind it must say that it is syslog.
    private static bool IsHeader(string head, Match match) =>
        !char.IsAsciiDigit(match.Groups["time"].ValueSpan[0]) || match.Groups["tag"].Success || head.AsSpan(0, match.Groups["time"].Index).Contains('<');

    [GeneratedRegex(@"^(?:\d{1,6} )?(?:<\d{1,3}>(?:1 )?)?(?<time>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^ ]{0,20}) (?<host>[^ ,=:\[\]""]{1,128}) +(?:(?<tag>[A-Za-z0-9_./\-]{1,64})(?:\[\d{1,10}\])?: *)?(?:(?:[^ ]{1,48} ){0,3}?- +){0,4}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Header();
}

/// <summary>A syslog header.</summary>
/// <param name="Time">When it was sent; the epoch where there is no header.</param>
/// <param name="HasNoYear">Whether the time is in the year 2000 because none is said.</param>
/// <param name="Host">Who sent it; null: there is no header.</param>
/// <param name="Tag">The program; null: none is named.</param>
/// <param name="Length">How many bytes it takes.</param>
internal readonly record struct SyslogHeader(Timestamp Time, bool HasNoYear, string? Host, string? Tag, int Length)
{
    /// <summary>When it was sent, in the year that another moment tells where none is said; null: there is no header.</summary>
    /// <param name="latest">The other moment; null: none is known.</param>
    public Timestamp? TimeBy(Timestamp? latest) => Host is null ? null : HasNoYear && latest is { } other ? TimeText.Before(Time, other) : Time;
}
