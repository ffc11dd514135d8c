namespace DetectionKit.Traffic.Protocols.X509;

/// <summary>The tags that certificates have (ITU-T X.680 section 8.6).</summary>
internal static class DerTag
{
    public const byte Boolean = 0x01;
    public const byte Integer = 0x02;
    public const byte BitString = 0x03;
    public const byte OctetString = 0x04;
    public const byte ObjectIdentifier = 0x06;
    public const byte BmpString = 0x1E;
    public const byte UniversalString = 0x1C;
    public const byte Utf8String = 0x0C;
    public const byte UtcTime = 0x17;
    public const byte GeneralizedTime = 0x18;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;

    /// <summary>A tag of the context's own, around other values.</summary>
    public static byte Explicit(int number) => (byte)(0xA0 | number);

    /// <summary>A tag of the context's own, in a plain value's place.</summary>
    public static byte Implicit(int number) => (byte)(0x80 | number);
}
