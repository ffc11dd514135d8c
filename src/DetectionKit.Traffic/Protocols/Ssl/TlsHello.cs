using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>The hello messages of TLS (RFC 8446 section 4.1) field by field; DTLS and QUIC carry the same.</summary>
internal static class TlsHello
{
    private const int MostExtensions = 128;

    /// <summary>Bits of evidence in a hello message, perhaps cut; negative where it is none.</summary>
    /// <param name="client">Whether it is a ClientHello.</param>
    /// <param name="body">What there is of the message after its header.</param>
    /// <param name="messageLength">How long it says to be.</param>
    /// <param name="recordVersion">The version of the record around it.</param>
    public static int Measure(bool client, ReadOnlySpan<byte> body, int messageLength, ushort recordVersion)
    {
        if (messageLength < 38)
            return -1;
        var cut = body.Length < messageLength;
        var reader = new ByteReader(body[..Math.Min(body.Length, messageLength)]);
        var version = reader.U16();
        if (reader.Short)
            return body.IsEmpty || body[0] is 3 or 1 or 0x7F ? 4 : -1;
        if (version >> 8 is not (3 or 0x7F) && version != 0x0101 && version != recordVersion)
            return -1;
        var bits = 12;
        reader.Skip(32);
        var session = reader.U8();
        if (reader.Short)
            return cut ? bits : -1;
        if (session > 32)
            return version >> 8 == 0x7F && !client ? bits : -1; // the drafts of TLS 1.3 before the 22nd had no session id there
        bits += 3;
        reader.Skip(session);
        if (client)
        {
            var ciphers = reader.U16();
            if (reader.Short)
                return cut ? bits : -1;
            if (ciphers is 0 || ciphers % 2 != 0 || ciphers > messageLength)
                return -1;
            bits += 5;
            reader.Skip(ciphers);
            var compression = reader.U8();
            reader.Skip(compression);
            if (reader.Short)
                return cut ? bits : -1;
            if (compression is 0 or > 16)
                return -1;
            bits += 6;
        }
        else
        {
            reader.Skip(2);
            var compression = reader.U8();
            if (reader.Short)
                return cut || version >> 8 == 0x7F ? bits : -1;
            bits += compression == 0 ? 7 : 0;
        }

        return reader.Left == 0 ? bits + (cut ? 0 : 16) : Extensions(ref reader, cut, bits);
    }

    private static int Extensions(ref ByteReader reader, bool cut, int bits)
    {
        var total = reader.U16();
        if (reader.Short)
            return cut ? bits : -1;
        if (!cut && total != reader.Left)
            return total == 0 ? bits : total < reader.Left ? bits : -1;
        bits += cut ? 0 : 14;
        for (var count = 0; count < MostExtensions && reader.Left > 0; count++)
        {
            reader.Skip(2);
            reader.Skip(reader.U16());
        }

        return reader.Short && !cut ? -1 : bits + 4;
    }
}
