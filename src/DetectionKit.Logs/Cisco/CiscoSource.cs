using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Cisco;

/// <summary>Syslog of Cisco's firewalls (ASA, FTD: <c>%ASA-6-302013: ..</c>) and of devices with IOS (<c>%SYS-5-CONFIG_I: ..</c>).</summary>
public sealed partial class CiscoSource : LogSource
{
    private const int LinesLookedAt = 5;

    // A message beyond this is none of theirs: syslog's own limit is 8 KiB at most.
    private const int LongestLine = 1 << 14;

    // Milliseconds. Every repetition is bounded and so is the text.
    private const int Patience = 60_000;

    private static readonly FirewallRecord Firewall = new();
    private static readonly IosRecord Ios = new();

    /// <inheritdoc/>
    public override string Name => "cisco";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [Firewall, Ios];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head) =>
        head.Lines.Take(LinesLookedAt).Any(line => line.Length < LongestLine && Message().IsMatch(line)) ? Likeness.Signature : Likeness.None;

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var record = new LogRecord(input.Limits.Fields);
        while (lines.ReadWhole(records, out var bytes))
        {
            record.Clear();
            var header = Syslog.Read(bytes);
            var line = Encoding.UTF8.GetString(bytes);
            var match = line.Length < LongestLine ? Message().Match(line) : Match.Empty;
            RecordKind? kind = null;
            if (match.Success)
            {
                record.Set("facility", Value.Of(match.Groups["facility"].Value));
                record.Set("severity_id", Value.Of(match.Groups["severity"].Value));
                record.Set("mnemonic", Value.Of(match.Groups["mnemonic"].Value));
                record.Set("message_text", Value.Of(line[(match.Index + match.Length)..]));
                kind = match.Groups["facility"].Value is "ASA" or "FTD" or "PIX" or "FWSM" ? Firewall : Ios;
            }

            record.Host = header.Host;
            record.Time = header.TimeBy(records.Written) ?? LeadingTime(line, records.Written);
            if (records.WantsText)
                record.Text = () => line;
            records.Take(record, kind, kind is null ? "cisco:ios" : null);
        }
    }

    // 000123: *Mar  1 10:00:01.123: %SYS-..; a star or dot says that the clock is not set.
    private static Timestamp? LeadingTime(string line, Timestamp? written)
    {
        var match = OwnTime().Match(line);
        if (!match.Success || !TimeText.TryRead(match.Groups["time"].ValueSpan, out var time))
            return null;
        return !match.Groups["year"].Success && written is { } latest ? TimeText.Before(time, latest) : time;
    }

    [GeneratedRegex(@"%(?<facility>[A-Z][A-Z0-9_]{1,30})-(?:[A-Z0-9_]{1,20}-)?(?<severity>[0-7])-(?<mnemonic>[A-Z0-9_]{2,60}): ?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Message();

    [GeneratedRegex(@"^(?:<\d{1,3}>)?(?:\d{1,12}: )?[*.]?(?<time>[A-Z][a-z]{2} [ \d]\d (?<year>\d{4} )?\d\d:\d\d:\d\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex OwnTime();
}
