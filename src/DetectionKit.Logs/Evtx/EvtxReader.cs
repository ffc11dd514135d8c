using System.Buffers.Binary;

namespace DetectionKit.Logs.Evtx;

/// <summary>
/// Reads a Windows event log file chunk by chunk; memory does not depend on the file's length. Damage never throws: what cannot be read
/// is counted, what is beside it is read. Checksums are not looked at: logs copied from a running machine have stale ones.
/// </summary>
/// <param name="sink">Takes the records.</param>
/// <param name="options">How to read.</param>
public sealed class EvtxReader(IEvtxSink sink, EvtxOptions? options = null)
{
    /// <summary>The length of a chunk in octets.</summary>
    public const int ChunkLength = 0x10000;

    private const int FileHeaderLength = 128;
    private const int FileHeaderBlock = 0x1000;
    private const int FlagsOffset = 0x78;
    private const uint DirtyFlag = 1;

    /// <summary>What was met so far.</summary>
    public EvtxCounters Counters { get; } = new();

    /// <summary>Whether a file that begins so is an event log: its signature, or a chunk's where the file header is lost.</summary>
    /// <param name="start">At least its first 8 octets.</param>
    public static bool Recognises(ReadOnlySpan<byte> start) => start.StartsWith("ElfFile\0"u8) || start.StartsWith("ElfChnk\0"u8);

    /// <summary>Reads a file to its end.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="cancellation">Ends it early, between two chunks.</param>
    /// <returns>Null; or why this is no event log at all.</returns>
    /// <exception cref="IOException">The stream's own.</exception>
    public string? Read(Stream stream, CancellationToken cancellation = default)
    {
        var buffer = new byte[ChunkLength];
        var have = stream.ReadAtLeast(buffer, FileHeaderLength, throwOnEndOfStream: false);
        if (!Recognises(buffer.AsSpan(0, have)))
            return "no event log: it does not begin with ElfFile";
        var dirty = true;
        var rest = have;
        if (buffer.AsSpan().StartsWith("ElfFile\0"u8))
        {
            dirty = (BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(FlagsOffset)) & DirtyFlag) != 0;
            rest = SkipHeader(stream, buffer, have);
        }

        var chunk = new EvtxChunk(sink, options ?? EvtxOptions.Default, Counters);
        while (!cancellation.IsCancellationRequested)
        {
            var length = rest + stream.ReadAtLeast(buffer.AsSpan(rest), ChunkLength - rest, throwOnEndOfStream: false);
            rest = 0;
            if (length == 0)
                break;
            if (length < ChunkLength)
                Counters.TruncatedChunks++;
            chunk.Read(buffer.AsSpan(0, length), dirty);
        }

        return Counters is { Chunks: 0, EmptyChunks: 0, DamagedChunks: 0 } && !cancellation.IsCancellationRequested ? "the event log ends before its first chunk" : null;
    }

    // The header names its block's length too, but no file has another.
    private static int SkipHeader(Stream stream, byte[] buffer, int have)
    {
        if (have < FileHeaderBlock)
            have += stream.ReadAtLeast(buffer.AsSpan(have, FileHeaderBlock - have), FileHeaderBlock - have, throwOnEndOfStream: false);
        if (have <= FileHeaderBlock)
            return 0;
        buffer.AsSpan(FileHeaderBlock, have - FileHeaderBlock).CopyTo(buffer);
        return have - FileHeaderBlock;
    }
}
