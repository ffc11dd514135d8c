using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Evtx.BinXml;

/// <summary>Values as Windows' own XML writes them; whole numbers stay numbers. A value of the wrong length is absent.</summary>
internal static class BinXmlValue
{
    /// <summary>The value of a value token: its type, for texts its length, its octets.</summary>
    public static Value Inline(ref Cursor cursor)
    {
        var type = (BinXmlType)cursor.U8();
        var length = type switch
        {
            BinXmlType.String => cursor.U16() * sizeof(char),
            BinXmlType.AnsiString or BinXmlType.Binary => cursor.U16(),
            _ => type.FixedLength(),
        };
        return Of(cursor.Take(length), type);
    }

    public static Value Of(ReadOnlySpan<byte> octets, BinXmlType type)
    {
        if (type.IsArray())
            return Array(octets, type);
        if (octets.Length < type.FixedLength())
            return Value.Null;
        return type switch
        {
            BinXmlType.Null => Value.Null,
            BinXmlType.String or BinXmlType.EvtXml => Value.Of(MemoryMarshal.Cast<byte, char>(octets).TrimEnd('\0').ToString()),
            BinXmlType.AnsiString => Value.Of(Encoding.Latin1.GetString(octets.TrimEnd((byte)0))),
            BinXmlType.Int8 => Value.Of((long)(sbyte)octets[0]),
            BinXmlType.UInt8 => Value.Of((long)octets[0]),
            BinXmlType.Int16 => Value.Of((long)BinaryPrimitives.ReadInt16LittleEndian(octets)),
            BinXmlType.UInt16 => Value.Of((long)BinaryPrimitives.ReadUInt16LittleEndian(octets)),
            BinXmlType.Int32 => Value.Of((long)BinaryPrimitives.ReadInt32LittleEndian(octets)),
            BinXmlType.UInt32 => Value.Of((long)BinaryPrimitives.ReadUInt32LittleEndian(octets)),
            BinXmlType.Int64 => Value.Of(BinaryPrimitives.ReadInt64LittleEndian(octets)),
            BinXmlType.UInt64 => Unsigned(BinaryPrimitives.ReadUInt64LittleEndian(octets)),
            BinXmlType.Real32 => Real(BinaryPrimitives.ReadSingleLittleEndian(octets)),
            BinXmlType.Real64 => Real(BinaryPrimitives.ReadDoubleLittleEndian(octets)),
            BinXmlType.Boolean => Value.Of(BinaryPrimitives.ReadUInt32LittleEndian(octets) != 0 ? "true" : "false"),
            BinXmlType.Guid => Value.Of(new Guid(octets[..16]).ToString("B").ToUpperInvariant()),
            BinXmlType.FileTime => WindowsTime.OfFileTime(BinaryPrimitives.ReadUInt64LittleEndian(octets)),
            BinXmlType.SystemTime => WindowsTime.OfSystemTime(octets),
            BinXmlType.Sid => Sid(octets),
            BinXmlType.HexInt32 => Hex(BinaryPrimitives.ReadUInt32LittleEndian(octets)),
            BinXmlType.HexInt64 => Hex(BinaryPrimitives.ReadUInt64LittleEndian(octets)),
            BinXmlType.Size or BinXmlType.Handle => Size(octets),
            BinXmlType.Binary or BinXmlType.BinXml => Binary(octets),
            _ => Binary(octets),
        };
    }

    private static Value Array(ReadOnlySpan<byte> octets, BinXmlType type)
    {
        var values = new List<Value>();
        var items = new BinXmlItems(octets, type);
        while (items.Next(out var item))
            values.Add(item);
        return Value.Of(string.Join(',', values));
    }

    private static Value Unsigned(ulong number) =>
        number <= long.MaxValue ? Value.Of((long)number) : Value.Of(number.ToString(CultureInfo.InvariantCulture));

    private static Value Real(double number) =>
        double.IsFinite(number) ? Value.Of(number) : Value.Of(number.ToString(CultureInfo.InvariantCulture));

    private static Value Real(float number) =>
        float.IsFinite(number) ? Value.Of(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : Real((double)number);

    private static Value Hex(ulong number) => Value.Of(string.Create(CultureInfo.InvariantCulture, $"0x{number:x}"));

    private static Value Size(ReadOnlySpan<byte> octets) => octets.Length switch
    {
        4 => Hex(BinaryPrimitives.ReadUInt32LittleEndian(octets)),
        8 => Hex(BinaryPrimitives.ReadUInt64LittleEndian(octets)),
        _ => Binary(octets),
    };

    private static Value Binary(ReadOnlySpan<byte> octets) => octets.IsEmpty ? Value.Null : Value.Of(Convert.ToHexString(octets));

    // MS-DTYP 2.4.2: revision, count, a big-endian authority of 48 bits, little-endian parts.
    private static Value Sid(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < 8 || octets.Length < 8 + (octets[1] * sizeof(uint)))
            return Binary(octets);
        var authority = ((ulong)BinaryPrimitives.ReadUInt16BigEndian(octets[2..]) << 32) | BinaryPrimitives.ReadUInt32BigEndian(octets[4..]);
        var text = new StringBuilder("S-").Append(octets[0]).Append('-').Append(authority);
        for (var i = 0; i < octets[1]; i++)
            text.Append('-').Append(BinaryPrimitives.ReadUInt32LittleEndian(octets[(8 + (i * sizeof(uint)))..]));
        return Value.Of(text.ToString());
    }
}
