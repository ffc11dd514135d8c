namespace DetectionKit.Bundles.Zip;

/// <summary>Signatures and sizes of the zip format (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).</summary>
internal static class ZipFormat
{
    public const uint LocalSignature = 0x04034B50;
    public const uint CentralSignature = 0x02014B50;
    public const uint EndSignature = 0x06054B50;
    public const int LocalSize = 30;
    public const int CentralSize = 46;
    public const int EndSize = 22;
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    /// <summary>Names are UTF-8 (section 4.4.4, bit 11).</summary>
    public const ushort Utf8Names = 1 << 11;

    /// <summary>1980-01-01, the earliest date that the format has (MS-DOS form).</summary>
    public const ushort FixedDate = (1 << 5) | 1;
}
