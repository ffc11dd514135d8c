using System.Buffers.Binary;
using System.Security.Cryptography;
using DetectionKit.Traffic.Protocols.Quic;

namespace DetectionKit.Traffic.Tests.Protocols.Quic;

/// <summary>Makes Initial packets as a client or server would.</summary>
internal static class SealedInitial
{
    public static readonly byte[] ConnectionId = Say.Hex("8394C8F03E515708");

    /// <summary>A packet with a number of two bytes, no source connection id and no token, padded to 1162 bytes of frames.</summary>
    public static byte[] Make(uint version, bool ofClient, ushort number, params byte[][] frames)
    {
        var keys = QuicKeys.Derive(version, ConnectionId, ofClient)!;
        byte[] content = [.. frames.SelectMany(frame => frame)];
        content = [.. content, .. new byte[Math.Max(0, 1162 - content.Length)]];
        byte[] destination = ofClient ? ConnectionId : [];
        byte[] header = [(byte)(version == QuicVersions.Two ? 0xD1 : 0xC1), 0, 0, 0, 0, (byte)destination.Length, .. destination, 0, .. ofClient ? new byte[] { 0 } : [0], 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(1), version);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(header.Length - 4), (ushort)(0x4000 | (content.Length + 18)));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(header.Length - 2), number);
        var nonce = keys.Vector.ToArray();
        nonce[10] ^= (byte)(number >> 8);
        nonce[11] ^= (byte)number;
        var (secret, tag) = (new byte[content.Length], new byte[16]);
        using (var gcm = new AesGcm(keys.Key, 16))
            gcm.Encrypt(nonce, content, secret, tag, header);
        byte[] packet = [.. header, .. secret, .. tag];
        using var aes = Aes.Create();
        aes.SetKey(keys.Header);
        var mask = aes.EncryptEcb(packet.AsSpan(header.Length + 2, 16), PaddingMode.None);
        packet[0] ^= (byte)(mask[0] & 0x0F);
        packet[header.Length - 2] ^= mask[1];
        packet[header.Length - 1] ^= mask[2];
        return packet;
    }

    /// <summary>A CRYPTO frame.</summary>
    public static byte[] Crypto(int offset, ReadOnlySpan<byte> data) =>
        [6, (byte)(0x40 | offset >> 8), (byte)offset, (byte)(0x40 | data.Length >> 8), (byte)data.Length, .. data];
}
