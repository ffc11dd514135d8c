using System.Buffers.Binary;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>
/// The long header of an Initial packet as far as it is in the clear; of other packets, what it takes to pass over them (RFC 9000 section 17.2,
/// RFC 9369 section 3.2).
/// </summary>
internal readonly ref struct QuicHeader
{
    private const int LongestConnectionId = 20;

    /// <summary>The version.</summary>
    public uint Version { get; private init; }

    /// <summary>The destination connection id.</summary>
    public ReadOnlySpan<byte> Destination { get; private init; }

    /// <summary>Whether it is an Initial packet; others are passed over.</summary>
    public bool IsInitial { get; private init; }

    /// <summary>Where the protected packet number begins.</summary>
    public int Number { get; private init; }

    /// <summary>Where the packet ends; another one may follow in the datagram.</summary>
    public int End { get; private init; }

    /// <summary>Reads a header; false where there is none, or the packet is cut.</summary>
    /// <param name="bytes">A datagram from some packet's beginning on.</param>
    /// <param name="header">The header.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out QuicHeader header)
    {
        header = default;
        if (bytes.Length < 7 || (bytes[0] & 0x80) == 0)
            return false;
        var version = BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]);
        var type = bytes[0] >> 4 & 3;
        type = version == QuicVersions.Two ? (type + 3) & 3 : type;
        var reader = new ByteReader(bytes[5..]);
        var destination = reader.Take(reader.U8());
        var source = reader.U8();
        reader.Skip(source);
        if (reader.Short || destination.Length > LongestConnectionId || source > LongestConnectionId || type == 3)
            return false;
        if (type == 0)
        {
            if (!QuicInteger.TryRead(ref reader, out var token) || token > (ulong)reader.Left)
                return false;
            reader.Skip((int)token);
        }

        if (!QuicInteger.TryRead(ref reader, out var length) || length > (ulong)reader.Left)
            return false;
        var number = 5 + reader.At;
        header = new() { Version = version, Destination = destination, IsInitial = type == 0, Number = number, End = number + (int)length };
        return true;
    }
}
