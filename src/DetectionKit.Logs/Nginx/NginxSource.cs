using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Nginx;

/// <summary>
/// nginx' access log in the combined or common format (that other web servers write too), and its error log. Access logs as JSON or key=value are read
/// as those.
/// </summary>
public sealed partial class NginxSource : LogSource
{
    // A line beyond this is no line of nginx: its largest request line is 32 KiB unless it is told otherwise. So the patterns below end in time.
    private const int LongestLine = 1 << 16;

    // Milliseconds.
    private const int Patience = 60_000;

    private static readonly AccessRecord Access = new();
    private static readonly ErrorRecord Error = new();

    /// <inheritdoc/>
    public override string Name => "nginx";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [Access, Error];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head) =>
        head.Lines.Take(3).Any(line => line.Length < LongestLine / 2 && (AccessLine().IsMatch(line) || ErrorLine().IsMatch(line))) ? Likeness.Signature : Likeness.None;

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var record = new LogRecord(input.Limits.Fields);
        while (lines.Read(out var bytes))
        {
            if (bytes.Trim((byte)' ').IsEmpty)
                continue;
            var line = Encoding.UTF8.GetString(bytes);
            record.Clear();
            var kind = line.Length > LongestLine ? null : Read(line, record);
            if (kind is null)
            {
                records.Counts.AddBad("line " + lines.Line.ToString(CultureInfo.InvariantCulture), "no line of an access or error log");
                continue;
            }

            if (records.WantsText)
                record.Text = () => line;
            records.Take(record, kind, ReferenceEquals(kind, Access) ? AccessRecord.Combined : null);
        }
    }

    private static RecordKind? Read(string line, LogRecord record)
    {
        var access = AccessLine().Match(line);
        if (access.Success)
        {
            Take(access, record);
            return Access;
        }

        var error = ErrorLine().Match(line);
        if (!error.Success)
            return null;
        Take(error, record);
        return Error;
    }

    // Groups are named after nginx' own variables.
    private static void Take(Match match, LogRecord record)
    {
        foreach (Group group in match.Groups)
        {
            if (group.Success && group.Name is not "0" && group.ValueSpan is not "-" and not "")
                record.Set(group.Name, Value.Of(group.Value));
        }
    }

    [GeneratedRegex("""^(?<remote_addr>[0-9A-Za-z_.:\-]{1,255}) [^ ]{1,128} (?<remote_user>.{1,256}?) \[(?<time_local>[^\]]{10,40})\] "(?<request>(?>(?:[^"\\]|\\.)*))" (?<status>\d{3}) (?<body_bytes_sent>\d+|-)(?: "(?<http_referer>(?:[^"\\]|\\.)*)" "(?<http_user_agent>(?:[^"\\]|\\.)*)"(?: "(?<http_x_forwarded_for>(?:[^"\\]|\\.)*)")?)?""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex AccessLine();

    [GeneratedRegex("""^(?<time>\d{4}/\d\d/\d\d \d\d:\d\d:\d\d) \[(?<level>[a-z]{1,8})\] (?<pid>\d{1,10})#(?<tid>\d{1,10}): (?:\*(?<connection>\d{1,20}) )?(?<message>.*?)(?:, client: (?<client>[^, ]{1,128}))?(?:, server: (?<server>[^,]{0,256}))?(?:, request: "(?<request>[^"]{0,8192})")?(?:, upstream: "(?<upstream>[^"]{0,8192})")?(?:, host: "(?<host_header>[^"]{0,8192})")?(?:, referrer: "(?<http_referer>[^"]{0,8192})")?$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex ErrorLine();
}
