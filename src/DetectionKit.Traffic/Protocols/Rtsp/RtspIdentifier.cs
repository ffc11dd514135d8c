using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Rtsp;

/// <summary>
/// RTSP 1.0 and 2.0 (RFC 2326 sections 6 and 7, RFC 7826): a request line or a status line that ends or begins with RTSP and its version.
/// </summary>
internal sealed class RtspIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "rtsp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("RTSP"), Prefix.Text("OPTI"), Prefix.Text("DESC"), Prefix.Text("SETU"), Prefix.Text("PLAY"), Prefix.Text("ANNO"), Prefix.Text("GET_"), Prefix.Text("SET_"), Prefix.Text("TEAR"), Prefix.Text("RECO"), Prefix.Text("PAUS"), Prefix.Text("REDI"), new(ByteSet.Of((byte)'$'), ByteSet.Range(0, 15))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Bytes[0] == '$')
            return Interleaved(said);
        var lines = new LineReader(said.Bytes);
        if (!lines.Next(out var line))
            return line.Length > 2048 ? Claim.No : said.TooShort;
        if (line.Length > 12 && line.StartsWith("RTSP/"u8) && Ascii.IsDigit(line[5]))
            return Claim.Yes(64, Role.Server, "status line");
        return line.EndsWith(" RTSP/1.0"u8) || line.EndsWith(" RTSP/2.0"u8) ? Claim.Yes(80, Role.Client, "request line") : Claim.No;
    }

    /// <summary>Where the requests were not seen: media and reports between them (RFC 2326 section 10.12), each with a channel and a length before it.</summary>
    private static Claim Interleaved(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        for (var frame = 0; frame < 3; frame++)
        {
            var mark = reader.U8();
            var channel = reader.U8();
            var length = reader.U16();
            var head = reader.Left > 0 ? reader.Rest[0] : 0x80;
            if (said.FromStart || (frame > 0 && reader.At - 3 < said.Bytes.Length && mark != '$') || channel > 15 || head >> 6 != 2)
                return Claim.No;
            reader.Skip(length);
            if (reader.Short)
                return said.TooShort;
            if (length < 8)
                return Claim.No;
        }

        return Claim.Yes(48, Role.Peer, "media between messages");
    }
}
