using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.LinuxSecure;

/// <summary>What sshd, sudo, su and PAM write by syslog to <c>/var/log/secure</c> or <c>/var/log/auth.log</c>: lines with RFC 3164's header.</summary>
public sealed partial class LinuxSecureSource : LogSource
{
    private const int LinesLookedAt = 20;

    // Milliseconds; every repetition is bounded.
    private const int Patience = 60_000;

    private static readonly string[] Programs = ["sshd", "sshd-session", "sudo", "su", "login", "useradd", "usermod", "userdel", "groupadd", "passwd", "polkitd", "systemd-logind"];

    /// <inheritdoc/>
    public override string Name => "linux_secure";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } = [new LogonRecord()];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head)
    {
        var lines = head.Lines.Take(LinesLookedAt).ToArray();
        return lines.Length > 0 && lines.All(IsOurs) && lines.Any(line => Logon().IsMatch(line) || line.Contains("pam_unix(", StringComparison.Ordinal)) ? Likeness.Shape : Likeness.None;
    }

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var lines = input.OpenLines();
        var pairs = new KeyValueRecord();
        var record = new LogRecord(input.Limits.Fields);
        while (lines.ReadWhole(records, out var line))
        {
            record.Clear();
            var header = Syslog.Read(line);
            record.Host = header.Host;
            record.Time = header.TimeBy(records.Written);
            Take(Encoding.UTF8.GetString(line), header, record);
            pairs.Read(line[header.Length..], record);
            if (records.WantsText)
                record.Text = RawText.Of(line);
            records.Take(record, Kinds[0]);
        }
    }

    private static bool IsOurs(string line) => Syslog.Read(Encoding.UTF8.GetBytes(line)).Tag is { } tag && Programs.Contains(tag, StringComparer.Ordinal);

    private static void Take(string line, SyslogHeader header, LogRecord record)
    {
        if (header.Tag is { } program)
            record.Set("process", Value.Of(program));
        if (ProcessNumber().Match(line) is { Success: true } number)
            record.Set("pid", Value.Of(number.Groups["pid"].Value));
        if (header.Host is { } host)
            record.Set("dest", Value.Of(host));
        var match = Logon().Match(line);
        if (!match.Success)
            match = Session().Match(line);
        foreach (Group group in match.Groups)
        {
            if (group is { Success: true, Length: > 0 } && !char.IsDigit(group.Name[0]))
                record.Set(group.Name, Value.Of(group.Value));
        }
    }

    [GeneratedRegex(@"^.{15,300}? [A-Za-z0-9_./\-]{1,64}\[(?<pid>\d{1,10})\]:", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex ProcessNumber();

    // OpenSSH, auth.c, auth_log: what became of it, the method, the user, the other end.
    [GeneratedRegex(@": (?<vendor_action>Accepted|Failed|Postponed|Invalid user)(?: (?<authentication_method>[a-z\-]{1,40})(?:/[a-z\-]{1,40})? for)?(?: (?<reason>invalid user))? (?<user>[^ ]{0,256}) from (?<src_ip>[0-9A-Fa-f.:%a-z]{2,64})(?: port (?<src_port>\d{1,5}))?(?: (?<sshd_protocol>ssh\d?))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Logon();

    // Linux-PAM, pam_unix: a session's begin and end.
    [GeneratedRegex(@"pam_unix\((?<app>[a-z0-9_\-]{1,40}):session\): (?<vendor_action>session (?:opened|closed)) for user (?<user>[^ (]{1,256})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Session();
}
