using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Telnet;

/// <summary>Telnet by its negotiation (RFC 854, RFC 855): IAC with WILL, WONT, DO, DONT and an option, or a subnegotiation.</summary>
internal sealed class TelnetIdentifier : Identifier
{
    private const byte Iac = 255, End = 240, Sub = 250, Will = 251, Dont = 254;
    private const int MostCommands = 16;

    /// <inheritdoc/>
    public override string App => "telnet";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(Iac), ByteSet.Range(Sub, Dont))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        int bits = 0, at = 0;
        for (var count = 0; count < MostCommands && bits < 64 && at < bytes.Length; count++)
        {
            if (bytes[at] != Iac)
            {
                // Text may follow, not anything.
                if (!IsText(bytes[at..Math.Min(bytes.Length, at + 16)]))
                    return bits >= 40 ? Claim.Yes(bits, Role.Peer, "negotiation") : Claim.No;
                break;
            }

            if (at + 2 >= bytes.Length)
                break;
            if (bytes[at + 1] is >= Will and <= Dont)
            {
                if (!IsOption(bytes[at + 2]))
                    return Claim.No;
                bits += 16;
                at += 3;
            }
            else if (bytes[at + 1] == Sub && IsOption(bytes[at + 2]))
            {
                var end = bytes[at..].IndexOf([Iac, End]);
                if (end is < 0 or > 1024)
                    break;
                bits += 28;
                at += end + 2;
            }
            else if (bytes[at + 1] is >= End and < Sub && count > 0)
            {
                at += 2;
            }
            else
            {
                return Claim.No;
            }
        }

        return bits >= Evidence.Sufficient || (said.Complete && bits > 0) ? Claim.Yes(bits, Role.Peer, "negotiation") : said.TooShort;
    }

    private static bool IsOption(byte option) => option is <= 50 or 69 or 70 or 85 or 86 or (>= 90 and <= 93) or (>= 138 and <= 140) or 200 or 201 or 255;

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b is not ((>= 0x20 and < 0x7F) or 0 or 7 or 8 or 9 or 10 or 12 or 13 or 27 or Iac or >= 0xA0) && !(b >= End))
                return false;
        }

        return true;
    }
}
