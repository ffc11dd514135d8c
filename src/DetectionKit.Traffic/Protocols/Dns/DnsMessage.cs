using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>A DNS message read for its events: header, questions, and the answers as text (RFC 1035 section 4.1; EDNS: RFC 6891). What a cut message lacks is left out.</summary>
internal sealed class DnsMessage
{
    private const int MostQuestions = 16;
    private const int MostAnswers = 64;
    private const int Opt = 41;

    private DnsMessage(int id, int flags) => (Id, Flags, Code) = (id, flags, flags & 0xF);

    /// <summary>The message's number.</summary>
    public int Id { get; }

    /// <summary>The header's flags.</summary>
    public int Flags { get; }

    /// <summary>Whether it answers.</summary>
    public bool IsResponse => Flags >= 0x8000;

    /// <summary>The operation.</summary>
    public int Operation => Flags >> 11 & 0xF;

    /// <summary>The result, with EDNS's upper bits.</summary>
    public int Code { get; private set; }

    /// <summary>How many questions, answers, authorities and additional records the header announces.</summary>
    public (int Questions, int Answers, int Authorities, int Additionals) Counts { get; private set; }

    /// <summary>What is asked for, a bounded number of them.</summary>
    public List<DnsQuestion> Questions { get; } = [];

    /// <summary>What is answered, a bounded number of them.</summary>
    public List<DnsAnswer> Answers { get; } = [];

    /// <summary>Reads a message; null where there is not even a header.</summary>
    /// <param name="message">Its bytes, as far as captured.</param>
    /// <param name="netBios">Whether names and types are NetBIOS's (RFC 1002 section 4.2).</param>
    public static DnsMessage? Read(ReadOnlySpan<byte> message, bool netBios)
    {
        var reader = new ByteReader(message);
        var read = new DnsMessage(reader.U16(), reader.U16()) { Counts = (reader.U16(), reader.U16(), reader.U16(), reader.U16()) };
        if (reader.Short)
            return null;
        if (read.ReadQuestions(ref reader, message, netBios) && read.ReadAnswers(ref reader, message, netBios))
            read.ReadExtension(ref reader, message);
        return read;
    }

    private bool ReadQuestions(ref ByteReader reader, ReadOnlySpan<byte> message, bool netBios)
    {
        for (var i = 0; i < Counts.Questions; i++)
        {
            if (DnsText.Name(ref reader, message) is not { } name)
                return false;
            int type = reader.U16();
            reader.Skip(2);
            if (reader.Short)
                return false;
            if (Questions.Count < MostQuestions)
                Questions.Add(new(netBios ? DnsText.NetBios(name) ?? name : name, netBios ? DnsTypes.NetBiosName(type) : DnsTypes.Name(type)));
        }

        return true;
    }

    private bool ReadAnswers(ref ByteReader reader, ReadOnlySpan<byte> message, bool netBios)
    {
        for (var i = 0; i < Counts.Answers; i++)
        {
            if (Answers.Count == MostAnswers || DnsText.Name(ref reader, message) is not { } name)
                return false;
            int type = reader.U16();
            reader.Skip(2);
            var ttl = reader.U32();
            int length = reader.U16();
            if (reader.Short || length > reader.Left)
                return false;
            var text = netBios && type is (0x20 or 0x21)
                ? NetBiosRecords.Text(message.Slice(reader.At, length), type)
                : DnsRecords.Text(message, reader.At, length, type);
            Answers.Add(new(netBios ? DnsText.NetBios(name) ?? name : name, text, ttl));
            reader.Skip(length);
        }

        return true;
    }

    /// <summary>EDNS keeps the upper bits of the result in the pseudo-record's time to live (RFC 6891 section 6.1.3).</summary>
    private void ReadExtension(ref ByteReader reader, ReadOnlySpan<byte> message)
    {
        for (var left = Counts.Authorities + Counts.Additionals; left > 0 && reader.Left > 0; left--)
        {
            if (DnsText.Name(ref reader, message) is null)
                return;
            int type = reader.U16();
            reader.Skip(2);
            var ttl = reader.U32();
            reader.Skip(reader.U16());
            if (type == Opt && !reader.Short && IsResponse)
                Code |= (int)(ttl >> 24) << 4;
        }
    }
}

/// <summary>A question.</summary>
/// <param name="Name">The name that is asked for.</param>
/// <param name="Type">The record type.</param>
internal readonly record struct DnsQuestion(string Name, string Type);

/// <summary>An answer.</summary>
/// <param name="Name">The name that it is about.</param>
/// <param name="Text">The record's data.</param>
/// <param name="TimeToLive">Seconds that it may be kept.</param>
internal readonly record struct DnsAnswer(string Name, string Text, uint TimeToLive);
