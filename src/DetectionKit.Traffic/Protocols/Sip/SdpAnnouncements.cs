using System.Buffers.Text;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Sip;

/// <summary>Media that a session description announces (RFC 8866): RTP at each port, RTCP at the next one or where RFC 3605 says.</summary>
internal static class SdpAnnouncements
{
    private const int MostMedia = 16;

    /// <summary>Reads a description. Media behind interactive connectivity (RFC 8839) begin with STUN: they are not announced.</summary>
    /// <param name="body">The description, or something else.</param>
    /// <param name="speaker">Who says it.</param>
    /// <param name="notes">Where to announce.</param>
    public static void Read(ReadOnlySpan<byte> body, IpAddress speaker, FlowNotes notes)
    {
        if (!body.StartsWith("v=0"u8) || body.IndexOf("a=ice-ufrag"u8) >= 0 || body.IndexOf("a=fingerprint"u8) >= 0)
            return;
        var address = speaker;
        var lines = new LineReader(body);
        var count = 0;
        while (count < MostMedia && lines.Next(out var line))
        {
            if (line.StartsWith("c=IN IP"u8) && line.Length > 9)
                address = IpAddress.TryParse(Encoding.Latin1.GetString(line[9..]), out var stated) ? stated : address;
            else if (line.StartsWith("a=rtcp:"u8) && Utf8Parser.TryParse(line[7..], out ushort port, out _))
                Announce(address, speaker, port, "rtcp", notes);
            else if (line.StartsWith("m="u8) && line.IndexOf(" RTP/"u8) is > 2 and var protocol && line.IndexOf((byte)' ') is var blank
                && Utf8Parser.TryParse(line[(blank + 1)..], out ushort media, out var used) && blank + 1 + used <= protocol)
                Media(address, speaker, media, ++count, notes);
        }
    }

    private static void Media(IpAddress address, IpAddress speaker, int port, int count, FlowNotes notes)
    {
        if (port == 0 || count > MostMedia)
            return;
        Announce(address, speaker, port, "rtp", notes);
        Announce(address, speaker, port + 1, "rtcp", notes);
    }

    /// <summary>Behind a translator the stated address is not the one that is used: the speaker's own is expected too.</summary>
    private static void Announce(IpAddress address, IpAddress speaker, int port, string app, FlowNotes notes)
    {
        notes.Announce(address, port, Carrier.Udp, app, decides: false);
        notes.Announce(speaker, port, Carrier.Udp, app, decides: false);
    }
}
