using System.Runtime.InteropServices;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Evtx.BinXml;

/// <summary>The items of an array: texts end with a zero, identifiers tell their length, the others have one.</summary>
internal ref struct BinXmlItems(ReadOnlySpan<byte> octets, BinXmlType type)
{
    private const int SidHeaderLength = 8;

    private readonly BinXmlType _type = type.Item();
    private ReadOnlySpan<byte> _rest = octets;

    public bool Next(out Value item)
    {
        item = Value.Null;
        if (_rest.IsEmpty)
            return false;
        var (length, ending) = ItemLength();
        length = Math.Clamp(length, 0, _rest.Length);
        item = BinXmlValue.Of(_rest[..length], _type);
        _rest = _rest[Math.Clamp(length + ending, 1, _rest.Length)..];
        return true;
    }

    private readonly (int Length, int Ending) ItemLength()
    {
        if (_type.FixedLength() is var fixedLength and > 0)
            return (fixedLength, 0);
        switch (_type)
        {
            case BinXmlType.String:
                var characters = MemoryMarshal.Cast<byte, char>(_rest);
                var end = characters.IndexOf('\0');
                return (end < 0 ? _rest.Length : end * sizeof(char), sizeof(char));
            case BinXmlType.AnsiString:
                var zero = _rest.IndexOf((byte)0);
                return (zero < 0 ? _rest.Length : zero, 1);
            case BinXmlType.Sid when _rest.Length >= SidHeaderLength:
                return (SidHeaderLength + (_rest[1] * sizeof(uint)), 0);
            default:
                return (_rest.Length, 0);
        }
    }
}
