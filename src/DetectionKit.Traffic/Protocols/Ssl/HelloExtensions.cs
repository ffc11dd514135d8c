using System.Text;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>The extensions of a hello message (RFC 8446 section 4.2): their types in order, and what is in those that say something.</summary>
internal sealed class HelloExtensions
{
    private const int Most = 256;

    /// <summary>Their types in order, reserved values (RFC 8701) too.</summary>
    public List<ushort> Types { get; } = [];

    /// <summary>Whom the client wants to reach (RFC 6066 section 3).</summary>
    public string? ServerName { get; private set; }

    /// <summary>Application protocols: those offered, or the one chosen (RFC 7301).</summary>
    public List<string> Protocols { get; } = [];

    /// <summary>The first of them as bytes.</summary>
    public byte[] FirstProtocol { get; private set; } = [];

    /// <summary>Named groups, in order (RFC 8422 section 5.1.1).</summary>
    public List<ushort> Groups { get; } = [];

    /// <summary>Formats of points (RFC 8422 section 5.1.2).</summary>
    public List<byte> PointFormats { get; } = [];

    /// <summary>Signature schemes, in order.</summary>
    public List<ushort> SignatureSchemes { get; } = [];

    /// <summary>Versions: those offered, or the one chosen.</summary>
    public List<ushort> Versions { get; } = [];

    /// <summary>Whether a pre-shared key is offered or taken.</summary>
    public bool HasPreSharedKey { get; private set; }

    /// <summary>Reads extensions; what is wrong about one is left out.</summary>
    /// <param name="reader">Stands at the length of all of them.</param>
    /// <param name="client">Whether a client says them.</param>
    public void Read(ref ByteReader reader, bool client)
    {
        var total = reader.U16();
        var all = new ByteReader(reader.Rest[..Math.Min(total, reader.Left)]);
        while (all.Left >= 4 && Types.Count < Most)
        {
            var type = all.U16();
            var length = all.U16();
            var body = all.Take(length);
            if (all.Short)
                return;
            Types.Add(type);
            One(type, body, client);
        }
    }

    private void One(ushort type, ReadOnlySpan<byte> body, bool client)
    {
        var reader = new ByteReader(body);
        switch (type)
        {
            case 0 when client:
                reader.Skip(2);
                if (reader.U8() == 0)
                    ServerName ??= Encoding.Latin1.GetString(reader.Take(reader.U16())) is { Length: > 0 } name ? name : null;
                break;
            case 10:
                Numbers(ref reader, reader.U16(), Groups);
                break;
            case 11:
                foreach (var format in reader.Take(reader.U8()))
                    PointFormats.Add(format);
                break;
            case 13:
                Numbers(ref reader, reader.U16(), SignatureSchemes);
                break;
            case 16:
                ReadProtocols(ref reader);
                break;
            case 41:
                HasPreSharedKey = true;
                break;
            case 43 when client:
                Numbers(ref reader, reader.U8(), Versions);
                break;
            case 43:
                Versions.Add(reader.U16());
                break;
        }
    }

    private void ReadProtocols(ref ByteReader reader)
    {
        reader.Skip(2);
        while (reader.Left > 0 && Protocols.Count < 32)
        {
            var name = reader.Take(reader.U8());
            if (reader.Short || name.IsEmpty)
                return;
            if (Protocols.Count == 0)
                FirstProtocol = name.ToArray();
            Protocols.Add(Encoding.Latin1.GetString(name));
        }
    }

    private static void Numbers(ref ByteReader reader, int length, List<ushort> into)
    {
        var list = new ByteReader(reader.Take(length));
        while (list.Left >= 2 && into.Count < Most)
            into.Add(list.U16());
    }
}
