using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.NetBiosSsn;

namespace DetectionKit.Traffic.Protocols.Smb;

/// <summary>
/// SMB 1 to 3 over TCP ([MS-SMB2] section 2.1): a length, then the magic of a plain (FF, FE), encrypted (FD) or compressed (FC) message; perhaps
/// behind a NetBIOS session's set-up.
/// </summary>
internal sealed class SmbIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "smb";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [NetBiosSession.Prefix, new(ByteSet.Range(0xFC, 0xFF), ByteSet.Of((byte)'S'), ByteSet.Of((byte)'M'), ByteSet.Of((byte)'B'))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] >= 0xFC)
            return bytes.Length < 32 ? said.TooShort : IsMagic(bytes) ? Message(bytes, 0) : Claim.No;
        var setup = NetBiosSession.SetupLength(bytes);
        if (setup < 0)
            return Claim.No;
        if (bytes.Length < setup + NetBiosSession.HeaderLength + 4)
            return said.TooShort;
        bytes = bytes[setup..];
        var length = bytes[1] << 16 | bytes[2] << 8 | bytes[3];
        return bytes[0] == 0 && length is >= 32 and <= 0xFFFFFF && IsMagic(bytes[NetBiosSession.HeaderLength..])
            ? Message(bytes[NetBiosSession.HeaderLength..], 10)
            : Claim.No;
    }

    private static bool IsMagic(ReadOnlySpan<byte> message) => message[0] >= 0xFC && message[1] == 'S' && message[2] == 'M' && message[3] == 'B';

    private static Claim Message(ReadOnlySpan<byte> message, int bits)
    {
        switch (message[0])
        {
            case 0xFF: // SMB 1: command, status, flags; the top bit of the flags says who speaks
                return Claim.Yes(bits + 34, message.Length < 10 ? Role.Peer : (message[9] & 0x80) != 0 ? Role.Server : Role.Client, "SMB 1 message");
            case 0xFE: // SMB 2: a header of 64 bytes, with the same bit in its flags
                if (message.Length >= 6 && (message[4] != 64 || message[5] != 0))
                    return Claim.No;
                return Claim.Yes(bits + (message.Length >= 6 ? 50 : 34), message.Length < 20 ? Role.Peer : (message[16] & 1) != 0 ? Role.Server : Role.Client, "SMB 2 message");
            default:
                return Claim.Yes(bits + 34, Role.Peer, message[0] == 0xFD ? "encrypted SMB 3 message" : "compressed SMB 3 message");
        }
    }
}
