using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>
/// Opens Initial packets (RFC 9001 section 5): takes off header protection, then the packet's. What opens was made for just this version and
/// connection id by somebody who speaks QUIC: its tag of 128 bits proves that.
/// </summary>
internal static class QuicInitial
{
    private const int TagLength = 16;
    private const int SampleLength = 16;

    /// <summary>The longest datagram that is opened.</summary>
    public const int LongestPacket = 2048;

    /// <summary>Opens the packet that a header begins.</summary>
    /// <param name="bytes">The datagram from that packet's beginning on.</param>
    /// <param name="header">The packet's header; of an Initial packet.</param>
    /// <param name="keys">The keys of the side that sent it.</param>
    /// <param name="frames">Takes its frames; at least <see cref="LongestPacket"/> long.</param>
    /// <param name="length">How long the frames are.</param>
    public static bool TryOpen(ReadOnlySpan<byte> bytes, in QuicHeader header, QuicKeys keys, Span<byte> frames, out int length)
    {
        length = 0;
        if (!header.IsInitial || header.End > Math.Min(bytes.Length, LongestPacket) || header.End - header.Number < 4 + SampleLength)
            return false;
        Span<byte> mask = stackalloc byte[SampleLength];
        using (var aes = Aes.Create())
        {
            aes.SetKey(keys.Header);
            aes.EncryptEcb(bytes.Slice(header.Number + 4, SampleLength), mask, PaddingMode.None);
        }

        var first = (byte)(bytes[0] ^ (mask[0] & 0x0F));
        var numberLength = (first & 3) + 1;
        var headerLength = header.Number + numberLength;
        length = header.End - headerLength - TagLength;
        if (length <= 0)
            return false;
        Span<byte> clear = stackalloc byte[LongestPacket];
        clear = clear[..headerLength];
        bytes[..headerLength].CopyTo(clear);
        clear[0] = first;
        uint number = 0;
        for (var i = 0; i < numberLength; i++)
        {
            clear[header.Number + i] ^= mask[1 + i];
            number = number << 8 | clear[header.Number + i];
        }

        Span<byte> nonce = stackalloc byte[12];
        keys.Vector.CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[8..], BinaryPrimitives.ReadUInt32BigEndian(nonce[8..]) ^ number);
        using var gcm = new AesGcm(keys.Key, TagLength);
        try
        {
            gcm.Decrypt(nonce, bytes.Slice(headerLength, length), bytes.Slice(headerLength + length, TagLength), frames[..length], clear);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            length = 0;
            return false;
        }
    }
}
