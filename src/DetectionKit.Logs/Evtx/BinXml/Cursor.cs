using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DetectionKit.Logs.Evtx.BinXml;

/// <summary>A place in a chunk. Reading past the end gives zeros and sets <see cref="Failed"/>; nothing throws.</summary>
internal ref struct Cursor
{
    private readonly ReadOnlySpan<byte> _chunk;

    public Cursor(ReadOnlySpan<byte> chunk, int position, int end)
    {
        _chunk = chunk;
        End = Math.Clamp(end, 0, chunk.Length);
        Position = position;
        Failed = position < 0 || position > End;
    }

    public int Position { get; private set; }

    public int End { get; }

    public bool Failed { get; private set; }

    public readonly bool AtEnd => Failed || Position >= End;

    public readonly byte Peek(int ahead = 0) => !Failed && Position + ahead < End ? _chunk[Position + ahead] : (byte)0;

    public byte U8() => Take(1) is [var octet] ? octet : (byte)0;

    public ushort U16() => Take(2) is { Length: 2 } octets ? BinaryPrimitives.ReadUInt16LittleEndian(octets) : (ushort)0;

    public uint U32() => Take(4) is { Length: 4 } octets ? BinaryPrimitives.ReadUInt32LittleEndian(octets) : 0;

    /// <summary>So many UTF-16 characters.</summary>
    public ReadOnlySpan<char> Characters(int count) => MemoryMarshal.Cast<byte, char>(Take(count * sizeof(char)));

    public void Skip(int count) => Take(count);

    public ReadOnlySpan<byte> Take(int count)
    {
        if (Failed || count < 0 || count > End - Position)
        {
            Failed = true;
            return default;
        }

        var taken = _chunk.Slice(Position, count);
        Position += count;
        return taken;
    }
}
