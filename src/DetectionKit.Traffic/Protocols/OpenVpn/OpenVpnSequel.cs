using System.Buffers.Binary;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.OpenVpn;

/// <summary>
/// Two packets of one side, one after the other, where the hard resets were not seen (OpenVPN, "Network protocol"): the control channel repeats
/// its session id and counts its packets, the data channel repeats the peer's number and counts.
/// </summary>
internal static class OpenVpnSequel
{
    private const int Control = 4, Acknowledgement = 5, DataOfPeer = 9;

    /// <summary>Opcode 9 in the upper five bits, and any key.</summary>
    public static ByteSet Data { get; } = ByteSet.Range(DataOfPeer << 3, (DataOfPeer << 3) + 7);

    /// <summary>Judges a packet by the one before it.</summary>
    /// <param name="before">The packet before.</param>
    /// <param name="packet">The packet.</param>
    public static Claim Judge(ReadOnlySpan<byte> before, ReadOnlySpan<byte> packet)
    {
        if (before.Length < 10 || packet.Length < 10)
            return Claim.No;
        int opcode = packet[0] >> 3, first = before[0] >> 3;
        if (opcode == DataOfPeer)
            return first == DataOfPeer && packet[..4].SequenceEqual(before[..4]) && packet.Length >= 24 && Counts(before[4..], packet[4..]) ? Claim.Yes(22, Role.Peer, "data channel, counted") : Claim.No;
        if (opcode is not (Control or Acknowledgement) || first is not (Control or Acknowledgement or 7 or 8 or 10))
            return Claim.No;
        return IsSession(packet) && packet.Slice(1, 8).SequenceEqual(before.Slice(1, 8)) && IsNumbered(before, packet, opcode) ? Claim.Yes(50, Role.Peer, "control channel, same session") : Claim.No;
    }

    /// <summary>Eight random bytes are hardly a text.</summary>
    private static bool IsSession(ReadOnlySpan<byte> packet) =>
        packet.Length >= 22 && packet.Slice(1, 8).ContainsAnyExceptInRange((byte)0x20, (byte)0x7E) && packet.Slice(2, 7).ContainsAnyExcept(packet[1]);

    /// <summary>A packet id and a time, behind a digest of the usual lengths or before it; or, without either, as many acknowledgements as there is room for.</summary>
    private static bool IsNumbered(ReadOnlySpan<byte> before, ReadOnlySpan<byte> packet, int opcode)
    {
        foreach (var digest in (ReadOnlySpan<int>)[0, 16, 20, 32, 48, 64])
        {
            var at = 9 + digest;
            if (packet.Length >= at + 9 && before.Length >= at + 9 && Counts(before[at..], packet[at..]) && packet.Slice(at + 4, 2).SequenceEqual(before.Slice(at + 4, 2)) && packet[at + 4] is >= 0x3A and <= 0x90)
                return true;
        }

        if (opcode == Control && before[0] >> 3 == Control && Number(before) is > 0 and var number && Number(packet) is > 0 and var next && next - number is > 0 and <= 8)
            return true;
        return opcode == Acknowledgement && packet[9] is > 0 and <= 8 && packet.Length == 10 + (4 * packet[9]) + 8;
    }

    /// <summary>The number of a control packet that is neither authenticated nor encrypted; 0: it has none.</summary>
    private static int Number(ReadOnlySpan<byte> packet)
    {
        var acknowledged = packet[9];
        var at = 10 + (4 * acknowledged) + (acknowledged > 0 ? 8 : 0);
        return acknowledged <= 8 && at + 4 < packet.Length && packet[at] == 0 && packet[at + 1] == 0 ? packet[at + 2] << 8 | packet[at + 3] : 0;
    }

    private static bool Counts(ReadOnlySpan<byte> before, ReadOnlySpan<byte> packet) =>
        BinaryPrimitives.ReadUInt32BigEndian(packet) is < 1 << 28 and var number && unchecked(number - BinaryPrimitives.ReadUInt32BigEndian(before)) is > 0 and <= 64;
}
