using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>
/// Walks a DNS message strictly (RFC 1035 section 4, RFC 6895 for the registries, RFC 2136 for updates, RFC 6762 for the top bit of the class)
/// and counts the bits of evidence on the way. The message may be cut by the capture.
/// </summary>
internal static class DnsWalk
{
    /// <summary>The header's length.</summary>
    public const int HeaderLength = 12;

    private const int MostQuestions = 64;
    private const int MostRecords = 512;
    private const int ShortestRecord = 11;

    /// <summary>
    /// What a datagram can begin with: any id, no opcode 3, at most one of the reserved bit and an unassigned response code, no more questions and answers than
    /// are walked over.
    /// </summary>
    public static Prefix Prefix { get; } = new(
        ByteSet.Any, ByteSet.Any, ByteSet.Where(b => (b >> 3 & 0xF) != 3), ByteSet.Where(b => (b & 0x40) == 0 || (b & 0xF) <= 11),
        ByteSet.Of(0), ByteSet.Range(0, MostQuestions), ByteSet.Range(0, MostRecords >> 8));

    /// <summary>As <see cref="Prefix"/>, behind the length that stands before a message in a stream.</summary>
    public static Prefix StreamPrefix { get; } = new([ByteSet.Any, ByteSet.Any, .. Prefix.Sets]);

    /// <summary>Walks one message.</summary>
    /// <param name="message">Its bytes, as far as captured.</param>
    /// <param name="wireLength">Its length on the wire; longer than the bytes where the capture cut it.</param>
    public static DnsShape Walk(ReadOnlySpan<byte> message, int wireLength)
    {
        var reader = new ByteReader(message);
        reader.Skip(2);
        var flags = reader.U16();
        int questions = reader.U16(), answers = reader.U16(), authorities = reader.U16(), additionals = reader.U16();
        var oddities = Oddities(flags);
        if (reader.Short || oddities > 1)
            return default;
        var records = answers + authorities + additionals;
        if (questions > MostQuestions || records > MostRecords || (questions * 5) + (records * ShortestRecord) > wireLength - HeaderLength)
            return default;

        var shape = new DnsShape(flags, questions, answers);
        // Opcodes that nobody assigned are let through for what the rest of the message proves.
        shape.Add((flags & 0x7800) == 0 ? 8 : (flags >> 11 & 0xF) > 6 ? -16 : 4);
        shape.Add(records == 0 ? 20 : 16);
        shape.Add(-16 * oddities);
        if (questions == 0 && records == 0)
            return Bare(shape, wireLength);
        for (var i = 0; i < questions && !shape.Ended; i++)
            Question(ref reader, message, wireLength, ref shape);
        shape.QuestionsFit = questions > 0 && !shape.Ended;
        for (var i = 0; i < records && !shape.Ended; i++)
            Record(ref reader, message, wireLength, ref shape);
        if (shape.Ended)
            return shape;
        if (reader.At == wireLength)
            shape.Add(12);
        else
            shape.Trailing(wireLength - reader.At, reader.Rest);
        shape.Fits = true;
        return shape;
    }

    /// <summary>What no sender should set, but some do: the reserved bit, an unassigned response code, a response's fields in a plain query. The rest of the message has to prove more.</summary>
    private static int Oddities(ushort flags)
    {
        var opcode = flags >> 11 & 0xF;
        var code = flags & 0xF;
        if (opcode == 3)
            return 2;
        return ((flags & 0x40) != 0 ? 1 : 0) + (code > 11 ? 1 : 0) + (flags < 0x8000 && opcode == 0 && (code != 0 || (flags & 0x80) != 0) ? 1 : 0);
    }

    /// <summary>A header alone: a refusal that repeats nothing.</summary>
    private static DnsShape Bare(DnsShape shape, int wireLength)
    {
        if (wireLength != HeaderLength || !shape.IsResponse || Oddities(shape.Flags) > 0)
            return default;
        shape.Fits = true;
        shape.Add(12);
        shape.Weak = (shape.Flags & 0xF) is not (1 or 2 or 4 or 5) || (shape.Flags & 0x7800) != 0;
        return shape;
    }

    private static void Question(ref ByteReader reader, ReadOnlySpan<byte> message, int wireLength, ref DnsShape shape)
    {
        if (!DnsName.Read(ref reader, message, wireLength, ref shape, isFirst: shape.NameAt == 0))
            return;
        int type = reader.U16(), kind = reader.U16();
        if (Cut(in reader, message, wireLength, ref shape))
            return;
        if (!IsClass(kind))
        {
            shape.Refuse();
            return;
        }

        shape.See(type, kind);
        shape.Add(12 + TypeBits(type));
    }

    private static void Record(ref ByteReader reader, ReadOnlySpan<byte> message, int wireLength, ref DnsShape shape)
    {
        if (!DnsName.Read(ref reader, message, wireLength, ref shape, isFirst: shape.NameAt == 0))
            return;
        int type = reader.U16(), kind = reader.U16();
        reader.Skip(4);
        int length = reader.U16();
        if (Cut(in reader, message, wireLength, ref shape))
            return;
        if ((type != 41 && !IsClass(kind)) || length > wireLength - reader.At || !IsDataLength(type, length))
        {
            shape.Refuse();
            return;
        }

        shape.See(type, type == 41 ? 1 : kind);
        shape.Add((type == 41 ? 4 : 12) + TypeBits(type) + 4);
        reader.Skip(length);
        Cut(in reader, message, wireLength, ref shape);
    }

    /// <summary>The message ended too early: cut by the capture, or none.</summary>
    private static bool Cut(in ByteReader reader, ReadOnlySpan<byte> message, int wireLength, ref DnsShape shape)
    {
        if (!reader.Short)
            return false;
        if (message.Length < wireLength)
            shape.Stop();
        else
            shape.Refuse();
        return true;
    }

    private static bool IsClass(int kind) => (kind & 0x7FFF) is 1 or 3 or 4 or 254 or 255;

    private static int TypeBits(int type) => type switch
    {
        1 or 2 or 5 or 6 or 12 or 15 or 16 or 28 or 33 or 41 or 65 or 255 => 11,
        > 0 and <= 110 or >= 249 and <= 261 => 7,
        _ => 0,
    };

    private static bool IsDataLength(int type, int length) => type switch
    {
        1 => length is 4 or 0,
        28 => length is 16 or 0,
        _ => true,
    };
}
