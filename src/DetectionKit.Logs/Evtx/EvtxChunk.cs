using System.Buffers.Binary;
using DetectionKit.Logs.Evtx.BinXml;

namespace DetectionKit.Logs.Evtx;

/// <summary>Finds the records of one chunk: one after the other as far as they go, by their signature where they do not.</summary>
internal sealed class EvtxChunk(IEvtxSink sink, EvtxOptions options, EvtxCounters counters)
{
    private const int HeaderLength = 0x200;
    private const int FirstRecordOffset = 0x18;
    private const int LastRecordOffset = 0x20;
    private const int FreeSpaceOffset = 0x30;
    private const int RecordHeaderLength = 24;
    private const int RecordAlignment = 8;

    private readonly ChunkMemory _memory = new();

    private static ReadOnlySpan<byte> Signature => "ElfChnk\0"u8;

    private static ReadOnlySpan<byte> RecordSignature => "**\0\0"u8;

    public void Read(ReadOnlySpan<byte> chunk, bool dirty)
    {
        if (!chunk.ContainsAnyExcept((byte)0))
        {
            counters.EmptyChunks++;
            return;
        }

        _memory.Clear();
        if (!chunk.StartsWith(Signature) || chunk.Length < HeaderLength)
        {
            counters.DamagedChunks++;
            Search(chunk, chunk.Length);
            return;
        }

        counters.Chunks++;
        var free = BinaryPrimitives.ReadUInt32LittleEndian(chunk[FreeSpaceOffset..]);
        var used = free is >= HeaderLength and <= EvtxReader.ChunkLength ? Math.Min((int)free, chunk.Length) : chunk.Length;
        var end = Search(chunk, used);
        var first = BinaryPrimitives.ReadUInt64LittleEndian(chunk[FirstRecordOffset..]);
        var last = dirty ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(chunk[LastRecordOffset..]);
        Orphans(chunk, Successors(chunk, end, first, last));
    }

    /// <summary>Gives the records up to <paramref name="end"/>, and where the next one would be.</summary>
    private int Search(ReadOnlySpan<byte> chunk, int end)
    {
        var at = HeaderLength;
        while (at < end)
        {
            if (LengthAt(chunk, at) is var length and > 0)
            {
                Give(chunk, at, length);
                at += length;
                continue;
            }

            counters.DamagedRecords++;
            at = NextSignature(chunk, at + 1, end);
        }

        return at;
    }

    // Records that go on counting behind the used part are live up to the last one that the header names; a log that was not closed has a stale header.
    private int Successors(ReadOnlySpan<byte> chunk, int at, ulong first, ulong last)
    {
        while (LengthAt(chunk, at) is var length and > 0 && IdAt(chunk, at) is var id && id <= last && id == (_memory.LastRecord is { } before ? before + 1 : first))
        {
            Give(chunk, at, length);
            at += length;
        }

        return at;
    }

    private void Orphans(ReadOnlySpan<byte> chunk, int at)
    {
        for (at = NextSignature(chunk, at, chunk.Length); at < chunk.Length; at = NextSignature(chunk, at, chunk.Length))
        {
            var length = LengthAt(chunk, at);
            if (length == 0)
            {
                at++;
                continue;
            }

            counters.OrphanRecords++;
            if (options.Orphans)
                Give(chunk, at, length);
            at += length;
        }
    }

    private void Give(ReadOnlySpan<byte> chunk, int at, int length)
    {
        var record = new EvtxRecord(IdAt(chunk, at), BinaryPrimitives.ReadUInt64LittleEndian(chunk[(at + 16)..]));
        _memory.LastRecord = record.Id;
        sink.Begin(record);
        var reader = new BinXmlReader(chunk, sink, _memory);
        var whole = reader.ReadDocument(at + RecordHeaderLength, at + length - sizeof(uint));
        sink.End(whole);
        if (whole)
            counters.Records++;
        else
            counters.DamagedRecords++;
    }

    /// <summary>The length of the record there; 0: there is none. The length stands at its begin and again at its end, unless another record follows where it says.</summary>
    private static int LengthAt(ReadOnlySpan<byte> chunk, int at)
    {
        if (at + RecordHeaderLength + sizeof(uint) > chunk.Length || !chunk[at..].StartsWith(RecordSignature))
            return 0;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[(at + 4)..]);
        if (length < RecordHeaderLength + sizeof(uint) || length > chunk.Length - at)
            return 0;
        var next = chunk[(at + (int)length)..];
        return next.StartsWith(RecordSignature) || BinaryPrimitives.ReadUInt32LittleEndian(chunk[(at + (int)length - sizeof(uint))..]) == length ? (int)length : 0;
    }

    private static ulong IdAt(ReadOnlySpan<byte> chunk, int at) => BinaryPrimitives.ReadUInt64LittleEndian(chunk[(at + 8)..]);

    private static int NextSignature(ReadOnlySpan<byte> chunk, int from, int end)
    {
        for (var at = (from + RecordAlignment - 1) / RecordAlignment * RecordAlignment; at < end; at += RecordAlignment)
        {
            if (chunk[at..].StartsWith(RecordSignature))
                return at;
        }

        return end;
    }
}
