using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.NetBiosSsn;

/// <summary>The session service's packets (RFC 1002 section 4.3.1): a type, a flag, 17 bits of length.</summary>
internal static class NetBiosSession
{
    /// <summary>The header's length.</summary>
    public const int HeaderLength = 4;

    /// <summary>A side's first packet can begin so.</summary>
    public static Prefix Prefix { get; } = new(ByteSet.Of(0, 0x81, 0x82, 0x83), ByteSet.Any, ByteSet.Any, ByteSet.Any);

    /// <summary>How many bytes of session set-up stand before the first session message: 0 for none, negative where it is no set-up.</summary>
    public static int SetupLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
            return 0;
        switch (bytes[0])
        {
            case 0x81:
                return IsRequest(bytes) ? HeaderLength + (bytes[2] << 8 | bytes[3]) : -1;
            case 0x82:
                return bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0 ? HeaderLength : -1;
            case 0x83:
                return bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 1 && (bytes.Length < 5 || bytes[4] is (>= 0x80 and <= 0x83) or 0x8F) ? HeaderLength + 1 : -1;
            default:
                return 0;
        }
    }

    /// <summary>A session request: two encoded names of 32 letters.</summary>
    private static bool IsRequest(ReadOnlySpan<byte> bytes)
    {
        var length = bytes[2] << 8 | bytes[3];
        if (bytes[1] > 1 || length is < 68 or > 512)
            return false;
        var body = bytes[HeaderLength..];
        return (body.Length < 1 || body[0] == 32) && !body[Math.Min(1, body.Length)..Math.Min(33, body.Length)].ContainsAnyExceptInRange((byte)'A', (byte)'P')
            && (body.Length < 35 || body[34] == 32);
    }
}
