using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Http2;

/// <summary>
/// HTTP/2 with prior knowledge (RFC 9113 sections 3.4, 4.1 and 6.5): the client's preface; the server's first frame is SETTINGS.
/// </summary>
internal sealed class Http2Identifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "http2";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("PRI "), new(ByteSet.Of(0), ByteSet.Range(0, 0x40), ByteSet.Any, ByteSet.Range(0, 9))];

    private const int FrameHeader = 9;

    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] == 'P')
        {
            if (bytes.Length < Preface.Length)
                return Preface.StartsWith(bytes) ? said.Complete && bytes.Length > 14 ? Claim.Yes(80, Role.Client, "preface") : said.TooShort : Claim.No;
            return bytes.StartsWith(Preface) ? Claim.Yes(120, Role.Client, "preface") : Claim.No;
        }

        if (bytes.Length < FrameHeader)
            return said.TooShort;
        if (bytes[3] != 4 || bytes[1] != 0 || bytes[4] != 0)
            return said.FromStart ? Claim.No : Http2Frames.Judge(said);
        var length = bytes[2];
        if (length % 6 != 0 || bytes[4] != 0 || bytes.Slice(5, 4).IndexOfAnyExcept((byte)0) >= 0)
            return Claim.No;
        var settings = bytes[FrameHeader..];
        for (var at = 0; at < length && at + 2 <= settings.Length; at += 6)
        {
            if (settings[at] != 0 || settings[at + 1] is 0 or > 0x10)
                return Claim.No;
        }

        var asked = said.Peer.StartsWith(Preface);
        return Claim.Yes(asked ? 80 : length > 0 && settings.Length >= length ? 50 : FrameFollows(settings) ? 34 : 20, Role.Server, "SETTINGS");
    }

    /// <summary>Behind the SETTINGS come a server's next frames: an acknowledgement, or a window for the connection.</summary>
    private static bool FrameFollows(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= FrameHeader && bytes[0] == 0 && bytes[1] == 0
        && ((bytes[3] == 4 && bytes[2] == 0 && bytes[4] == 1) || (bytes[3] == 8 && bytes[2] == 4 && bytes[4] == 0)) && bytes.Slice(5, 4).IndexOfAnyExcept((byte)0) < 0;
}
