using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>
/// Reads numbers off bytes, front to back. Running out is no error: reads then give zero and <see cref="Short"/> stays set, so a parser
/// checks once, after a group of fields.
/// </summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Whether something was asked for that was not there.</summary>
    public bool Short { get; private set; }

    /// <summary>Where the next byte stands.</summary>
    public int At { get; private set; }

    /// <summary>How many bytes are left.</summary>
    public readonly int Left
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => unchecked(_bytes.Length - At);
    }

    /// <summary>What is left.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[At..];

    /// <summary>Passes over bytes; fewer if there are fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int count) => Take(count);

    /// <summary>The next bytes; empty if there are fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Take(int count)
    {
        var at = At;
        if (count < 0 || count > Left)
        {
            Short = true;
            At = _bytes.Length;
            return default;
        }

        At = unchecked(at + count);
        return _bytes.Slice(at, count);
    }

    /// <summary>One byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte U8()
    {
        var taken = Take(1);
        return taken.IsEmpty ? (byte)0 : taken[0];
    }

    /// <summary>Two bytes, most significant first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort U16()
    {
        var taken = Take(2);
        return taken.IsEmpty ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(taken);
    }

    /// <summary>Three bytes, most significant first.</summary>
    public int U24()
    {
        var taken = Take(3);
        return taken.IsEmpty ? 0 : taken[0] << 16 | taken[1] << 8 | taken[2];
    }

    /// <summary>Four bytes, most significant first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint U32()
    {
        var taken = Take(4);
        return taken.IsEmpty ? 0 : BinaryPrimitives.ReadUInt32BigEndian(taken);
    }

    /// <summary>Eight bytes, most significant first.</summary>
    public ulong U64()
    {
        var taken = Take(8);
        return taken.IsEmpty ? 0 : BinaryPrimitives.ReadUInt64BigEndian(taken);
    }

    /// <summary>Two bytes, least significant first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort U16Little()
    {
        var taken = Take(2);
        return taken.IsEmpty ? (ushort)0 : BinaryPrimitives.ReadUInt16LittleEndian(taken);
    }

    /// <summary>Four bytes, least significant first.</summary>
    public uint U32Little()
    {
        var taken = Take(4);
        return taken.IsEmpty ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(taken);
    }
}
