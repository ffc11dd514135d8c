using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.MySql;

/// <summary>MySQL and MariaDB (the client/server protocol's connection phase): the server's greeting of version 10 or 9, its refusal, the client's answer.</summary>
internal sealed class MySqlIdentifier : Identifier
{
    private const int HeaderLength = 4;

    /// <inheritdoc/>
    public override string App => "mysql";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Any, ByteSet.Any, ByteSet.Of(0), ByteSet.Range(0, 31))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < HeaderLength + 1)
            return said.TooShort;
        var length = bytes[0] | bytes[1] << 8 | bytes[2] << 16;
        var packet = bytes[HeaderLength..Math.Min(bytes.Length, HeaderLength + length)];
        var first = length < 5 || packet.IsEmpty || bytes[3] > 1 ? Claim.No
            : bytes[3] == 1 ? Login(packet, length, said)
            : packet[0] is 10 or 9 ? Greeting(packet, length, said)
            : packet[0] == 0xFF ? Refusal(packet, length, said)
            : Claim.No;
        return first.Kind == ClaimKind.No && !said.FromStart ? MySqlSequel.Judge(said) : first;
    }

    private static Claim Greeting(ReadOnlySpan<byte> packet, int length, in Utterance said)
    {
        var text = packet[1..];
        var end = text.IndexOf((byte)0);
        if (end < 0)
            return text.Length < 64 && Ascii.IsVisible(text) && packet.Length < length ? said.TooShort : Claim.No;
        if (end is < 3 or > 64 || !char.IsAsciiDigit((char)text[0]) || !Ascii.IsVisible(text[..end]) || length > 512)
            return Claim.No;
        if (packet.Length < Math.Min(length, end + 15))
            return said.TooShort;
        return packet[0] == 9 || packet.Length < end + 15 || packet[end + 14] == 0 ? Claim.Yes(56, Role.Server, "greeting") : Claim.No;
    }

    /// <summary>An error at once: a number from 1000 on, and words.</summary>
    private static Claim Refusal(ReadOnlySpan<byte> packet, int length, in Utterance said)
    {
        if (packet.Length < Math.Min(length, 8))
            return said.TooShort;
        var code = packet[1] | packet[2] << 8;
        return code is >= 1000 and < 5000 && length < 600 && packet.Length >= 8 && Ascii.IsPrintable(packet[3..]) ? Claim.Yes(46, Role.Server, "refusal") : Claim.No;
    }

    /// <summary>Capabilities with those of version 4.1, largest packet, character set, 23 bytes of zero (19 in MariaDB), the user's name.</summary>
    private static Claim Login(ReadOnlySpan<byte> packet, int length, in Utterance said)
    {
        if (length is < 32 or > 4096)
            return Claim.No;
        if (packet.Length < 32)
            return said.TooShort;
        return (packet[1] & 2) != 0 && !packet.Slice(9, 19).ContainsAnyExcept((byte)0) ? Claim.Yes(60, Role.Client, "login") : Claim.No;
    }
}
