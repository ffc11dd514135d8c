using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Beanstalkd;

/// <summary>beanstalkd's work queue (beanstalkd, "protocol.txt"): commands in lower case, answers in capitals, jobs with their numbers and lengths.</summary>
internal sealed class BeanstalkdIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "beanstalkd";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
    [
        Prefix.Text("put "), Prefix.Text("use "), Prefix.Text("rese"), Prefix.Text("watc"), Prefix.Text("list"), Prefix.Text("stat"), Prefix.Text("peek"), Prefix.Text("kick"),
        Prefix.Text("INSE"), Prefix.Text("USIN"), Prefix.Text("RESE"), Prefix.Text("WATC"), Prefix.Text("OK "), Prefix.Text("BURI"), Prefix.Text("TIME"), Prefix.Text("UNKN"),
    ];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var lines = new LineReader(said.Bytes);
        int bits = 0, count = 0;
        var role = Role.Server;
        while (count < 8 && bits < 64 && lines.Next(out var line))
        {
            var worth = Ascii.IsVisible(line) && !line.IsEmpty ? line[0] is >= (byte)'a' ? Command(line) : Answer(line) : 0;
            if (worth == 0)
                return count == 0 ? Claim.No : Claim.Yes(bits, role, "lines");
            role = line[0] >= (byte)'a' ? Role.Client : Role.Server;
            bits += count == 0 ? worth : worth / 2;
            count++;
        }

        if (count > 0)
            return Claim.Yes(bits, role, "lines");
        return lines.Rest.Length > 256 || !Ascii.IsVisible(lines.Rest.TrimEnd((byte)'\r')) ? Claim.No : said.TooShort;
    }

    private static int Command(ReadOnlySpan<byte> line)
    {
        // Priority, delay, time to run and length.
        if (line.StartsWith("put "u8))
            return AreNumbers(line[4..], 4) ? 40 : 0;
        if (line.SequenceEqual("reserve"u8) || line.SequenceEqual("list-tubes"u8) || line.SequenceEqual("list-tubes-watched"u8) || line.SequenceEqual("list-tube-used"u8)
            || line.SequenceEqual("peek-ready"u8) || line.SequenceEqual("peek-delayed"u8) || line.SequenceEqual("peek-buried"u8))
            return 30;
        if (line.StartsWith("reserve-with-timeout "u8))
            return AreNumbers(line[21..], 1) ? 44 : 0;
        if (line.StartsWith("stats-tube "u8) || line.StartsWith("stats-job "u8))
            return 36;
        return line.StartsWith("use "u8) || line.StartsWith("watch "u8) ? line.Count((byte)' ') == 1 ? 10 : 0 : line.SequenceEqual("stats"u8) ? 8 : 0;
    }

    private static int Answer(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("INSERTED "u8))
            return AreNumbers(line[9..], 1) ? 36 : 0;
        if (line.StartsWith("RESERVED "u8))
            return AreNumbers(line[9..], 2) ? 40 : 0;
        if (line.StartsWith("WATCHING "u8))
            return AreNumbers(line[9..], 1) ? 36 : 0;
        if (line.StartsWith("USING "u8))
            return line.Count((byte)' ') == 1 ? 26 : 0;
        return line.StartsWith("OK "u8) ? AreNumbers(line[3..], 1) ? 14 : 0 : line.SequenceEqual("TIMED_OUT"u8) ? 26 : line.SequenceEqual("UNKNOWN_COMMAND"u8) ? 24 : 0;
    }

    private static ByteSet Numbers { get; } = ByteSet.Of("0123456789 "u8);

    private static bool AreNumbers(ReadOnlySpan<byte> text, int count) =>
        text.Count((byte)' ') == count - 1 && text.Length >= (2 * count) - 1 && Ascii.IsDigit(text[0]) && Ascii.IsDigit(text[^1]) && Ascii.IsAll(text, Numbers);
}
