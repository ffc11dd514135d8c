using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Relp;

/// <summary>RELP, the reliable event logging protocol (librelp, "relp.html"): a transaction's number, a command, a length, data.</summary>
internal sealed class RelpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "relp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Digits)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var rest = said.Bytes;
        if (!Number(ref rest, 9) || rest.Length < 8)
            return MayBegin(said.Bytes) ? said.TooShort : Claim.No;
        var bits = rest.StartsWith("open "u8) ? 24 : rest.StartsWith("syslog "u8) ? 36 : rest.StartsWith("close "u8) ? 24 : rest.StartsWith("rsp "u8) ? 20 : 0;
        if (bits == 0)
            return Claim.No;
        var answer = rest[0] == 'r';
        rest = rest[(rest.IndexOf((byte)' ') + 1)..];
        if (!Number(ref rest, 9))
            return Ascii.IsVisible(rest) && rest.Length < 9 ? said.TooShort : Claim.No;
        if (rest.Length < 12 && !said.Complete)
            return Claim.More;
        bits += rest.StartsWith("relp_version="u8) || rest.StartsWith("200 OK"u8) || rest.StartsWith("<"u8) ? 24 : 0;
        return Claim.Yes(bits, answer ? Role.Server : Role.Client, "frame");
    }

    /// <summary>Reads digits and the blank behind them.</summary>
    private static bool Number(ref ReadOnlySpan<byte> rest, int most)
    {
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 1 || digits > most || rest[digits] != ' ')
            return false;
        rest = rest[(digits + 1)..];
        return true;
    }

    private static bool MayBegin(ReadOnlySpan<byte> bytes)
    {
        var digits = bytes.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
            return bytes.Length <= 9;
        if (digits > 9 || bytes[digits] != ' ')
            return false;
        var rest = bytes[(digits + 1)..];
        return rest.Length < 8 && (Ascii.MayStart(rest, "open "u8) || Ascii.MayStart(rest, "syslog "u8) || Ascii.MayStart(rest, "close "u8) || Ascii.MayStart(rest, "rsp "u8)
            || rest.StartsWith("open "u8) || rest.StartsWith("rsp "u8) || rest.StartsWith("close "u8) || rest.StartsWith("syslog "u8));
    }
}
