using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace DetectionKit.Traffic.Capture;

/// <summary>
/// Reads a stream ahead, on a thread of its own, in blocks that change hands: copying from the system or unpacking goes on while what was read
/// before is worked on. The thread owns the stream and disposes of it.
/// </summary>
internal sealed class BlockReader : IDisposable
{
    /// <summary>Room before each block's bytes, where the taker puts what is left of the block before.</summary>
    public const int Headroom = 1 << 16;

    /// <summary>How many bytes a block holds at most.</summary>
    public const int BlockSize = 1 << 18;

    private const int Blocks = 4;
    private readonly Stream _stream;
    private readonly BlockingCollection<byte[]> _free = [];
    private readonly BlockingCollection<Block> _full = [];

    /// <summary>Begins to read.</summary>
    /// <param name="stream">At the place from which to read on.</param>
    public BlockReader(Stream stream)
    {
        _stream = stream;
        for (var i = 0; i < Blocks; i++)
            _free.Add(new byte[Headroom + BlockSize]);
        new Thread(Read) { IsBackground = true, Name = "capture reader" }.Start();
    }

    /// <summary>The next block, waiting for it; one with a length of 0 says that the stream ended.</summary>
    /// <exception cref="IOException">Reading failed, as the stream itself would have said.</exception>
    /// <exception cref="InvalidDataException">As above.</exception>
    public Block Next()
    {
        var block = _full.Take();
        if (block.Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        return block;
    }

    /// <summary>Takes back the buffer of a block that was worked on.</summary>
    /// <param name="buffer">The buffer; one that is no block's is left to the collector.</param>
    public void Return(byte[] buffer)
    {
        if (buffer.Length == Headroom + BlockSize)
            _free.Add(buffer);
    }

    /// <summary>Reading ends at the next block. Nobody waits for that: a pipe may never say anything again.</summary>
    public void Dispose() => _free.CompleteAdding();

    private void Read()
    {
        try
        {
            foreach (var buffer in _free.GetConsumingEnumerable())
            {
                var length = _free.IsAddingCompleted ? 0 : _stream.Read(buffer, Headroom, BlockSize);
                _full.Add(new(buffer, length, null));
                if (length == 0)
                    break;
            }
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again where the stream's bytes are wanted.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _full.Add(new([], 0, e));
        }

        _stream.Dispose();
    }

    /// <summary>Bytes that were read, or why there are none.</summary>
    /// <param name="Buffer">They begin behind <see cref="Headroom"/>.</param>
    /// <param name="Length">How many.</param>
    /// <param name="Failure">What reading threw.</param>
    internal readonly record struct Block(byte[] Buffer, int Length, Exception? Failure);
}
