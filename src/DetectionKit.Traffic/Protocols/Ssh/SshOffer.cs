using System.Text;
using DetectionKit.Traffic.Protocols.Parsing;
using DetectionKit.Traffic.Protocols.Ssl;

namespace DetectionKit.Traffic.Protocols.Ssh;

/// <summary>What a side offers in its key exchange initialisation (RFC 4253 section 7.1): lists of names with commas. Out is client to server.</summary>
internal sealed record SshOffer(
    string KeyExchange, string HostKey, string CipherOut, string CipherIn, string MacOut, string MacIn, string CompressionOut, string CompressionIn)
{
    /// <summary>HASSH of a client (its authors' description, 2018).</summary>
    public string ClientFingerprint => TlsFingerprints.Md5($"{KeyExchange};{CipherOut};{MacOut};{CompressionOut}");

    /// <summary>HASSH of a server.</summary>
    public string ServerFingerprint => TlsFingerprints.Md5($"{KeyExchange};{CipherIn};{MacIn};{CompressionIn}");

    /// <summary>Reads the message behind its number; null where it is none.</summary>
    public static SshOffer? Read(ReadOnlySpan<byte> body)
    {
        var reader = new ByteReader(body);
        reader.Skip(16);
        var lists = new string[8];
        for (var i = 0; i < lists.Length; i++)
        {
            var length = reader.U32();
            lists[i] = Encoding.Latin1.GetString(reader.Take(length > (uint)reader.Left ? -1 : (int)length));
        }

        return reader.Short ? null : new(lists[0], lists[1], lists[2], lists[3], lists[4], lists[5], lists[6], lists[7]);
    }

    /// <summary>The first of the client's names that the server has too; null: none.</summary>
    public static string? Agreed(string client, string server)
    {
        var there = server.Split(',').ToHashSet(StringComparer.Ordinal);
        return client.Split(',').FirstOrDefault(there.Contains);
    }
}
