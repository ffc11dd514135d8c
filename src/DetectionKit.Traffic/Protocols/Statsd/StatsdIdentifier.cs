using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Statsd;

/// <summary>
/// StatsD (StatsD, "Metric types"; DogStatsD for tags): lines of name, value and type.
/// </summary>
internal sealed class StatsdIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "statsd";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Letters.Or(ByteSet.Digits).Or(ByteSet.Of((byte)'_')))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var rest = said.Bytes;
        var lines = 0;
        while (!rest.IsEmpty && lines < 8)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!IsMetric(line))
                return Claim.No;
            lines++;
        }

        return Claim.Yes(Math.Min(20 + (8 * lines), 60), Role.Client, "metrics");
    }

    private static ByteSet Number { get; } = ByteSet.Of("0123456789+-.eE"u8);

    private static bool IsMetric(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var bar = line.IndexOf((byte)'|');
        if (colon < 1 || bar < colon + 2 || !Ascii.IsVisible(line[..colon]) || line[..colon].Contains((byte)' '))
            return false;
        var value = line[(colon + 1)..bar];
        if (!Ascii.IsAll(value, Number))
            return false;
        var kind = line[(bar + 1)..];
        var next = kind.IndexOf((byte)'|');
        if (next >= 0)
        {
            if (kind[next..] is not [(byte)'|', (byte)'@' or (byte)'#', ..])
                return false;
            kind = kind[..next];
        }

        return kind.SequenceEqual("c"u8) || kind.SequenceEqual("g"u8) || kind.SequenceEqual("ms"u8) || kind.SequenceEqual("h"u8)
            || kind.SequenceEqual("s"u8) || kind.SequenceEqual("d"u8) || kind.SequenceEqual("m"u8);
    }
}
