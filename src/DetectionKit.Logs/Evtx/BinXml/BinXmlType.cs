namespace DetectionKit.Logs.Evtx.BinXml;

/// <summary>The types of a value (MS-EVEN6 2.2.12, <c>ValueType</c>).</summary>
internal enum BinXmlType : byte
{
    Null = 0x00,
    String = 0x01,
    AnsiString = 0x02,
    Int8 = 0x03,
    UInt8 = 0x04,
    Int16 = 0x05,
    UInt16 = 0x06,
    Int32 = 0x07,
    UInt32 = 0x08,
    Int64 = 0x09,
    UInt64 = 0x0a,
    Real32 = 0x0b,
    Real64 = 0x0c,
    Boolean = 0x0d,
    Binary = 0x0e,
    Guid = 0x0f,
    Size = 0x10,
    FileTime = 0x11,
    SystemTime = 0x12,
    Sid = 0x13,
    HexInt32 = 0x14,
    HexInt64 = 0x15,
    Handle = 0x20,
    BinXml = 0x21,
    EvtXml = 0x23,
}

internal static class BinXmlTypes
{
    private const byte ArrayBit = 0x80;

    public static bool IsArray(this BinXmlType type) => ((byte)type & ArrayBit) != 0;

    public static BinXmlType Item(this BinXmlType type) => (BinXmlType)((byte)type & ~ArrayBit);

    /// <summary>The length of one value in octets; 0: it depends on the value.</summary>
    public static int FixedLength(this BinXmlType type) => type switch
    {
        BinXmlType.Int8 or BinXmlType.UInt8 => 1,
        BinXmlType.Int16 or BinXmlType.UInt16 => 2,
        BinXmlType.Int32 or BinXmlType.UInt32 or BinXmlType.Real32 or BinXmlType.Boolean or BinXmlType.HexInt32 => 4,
        BinXmlType.Int64 or BinXmlType.UInt64 or BinXmlType.Real64 or BinXmlType.FileTime or BinXmlType.HexInt64 => 8,
        BinXmlType.Guid or BinXmlType.SystemTime => 16,
        _ => 0,
    };
}
