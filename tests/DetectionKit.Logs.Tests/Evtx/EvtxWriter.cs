using System.Buffers.Binary;
using System.Text;

namespace DetectionKit.Logs.Tests.Evtx;

/// <summary>Writes event log files of one chunk: the parts of binary XML one by one, names and templates at their first use.</summary>
internal sealed class EvtxWriter
{
    public const int ChunkOffset = 0x1000;

    private readonly byte[] _chunk = new byte[0x10000];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private int _at = 0x200;
    private int _record = -1;
    private ulong _id;

    public bool Dirty { get; init; }

    /// <summary>Writes one record with what the action writes inside.</summary>
    public EvtxWriter Record(Action<EvtxWriter> content)
    {
        _record = _at;
        U32(0x2a2a).U32(0).U64(++_id).U64(133_000_000_000_000_000);
        Bytes(0x0f, 1, 1, 0);
        content(this);
        Bytes(0);
        while ((_at + 4 - _record) % 8 != 0)
            Bytes(0);
        U32((uint)(_at + 4 - _record));
        BinaryPrimitives.WriteUInt32LittleEndian(_chunk.AsSpan(_record + 4), (uint)(_at - _record));
        return this;
    }

    /// <summary>An element: attributes, then content; neither: an empty one.</summary>
    public EvtxWriter Element(string name, Action<EvtxWriter>? attributes = null, Action<EvtxWriter>? content = null)
    {
        Bytes(attributes is null ? (byte)0x01 : (byte)0x41).U16(0xffff);
        var size = _at;
        U32(0).Name(name);
        if (attributes is not null)
            Sized(attributes);
        if (content is null)
        {
            Bytes(0x03);
        }
        else
        {
            Bytes(0x02);
            content(this);
            Bytes(0x04);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(_chunk.AsSpan(size), (uint)(_at - size - 4));
        return this;
    }

    public EvtxWriter Attribute(string name, Action<EvtxWriter> value)
    {
        Bytes(0x06).Name(name);
        value(this);
        return this;
    }

    public EvtxWriter Text(string text) => Bytes(0x05, 0x01).U16((ushort)text.Length).Utf16(text);

    public EvtxWriter CData(string text) => Bytes(0x07).U16((ushort)text.Length).Utf16(text);

    public EvtxWriter Character(char character) => Bytes(0x08).U16(character);

    public EvtxWriter Entity(string name) => Bytes(0x09).Name(name);

    public EvtxWriter Substitution(ushort index, byte type, bool optional = false) => Bytes(optional ? (byte)0x0e : (byte)0x0d).U16(index).Bytes(type);

    /// <summary>An instance of a template that is defined here; gives where the definition is.</summary>
    public int Template(uint id, Action<EvtxWriter> body, params (byte Type, byte[] Octets)[] values)
    {
        Bytes(0x0c, 1).U32(id).U32((uint)(_at + 4));
        var definition = _at;
        U32(0).U32(id);
        Bytes(new byte[12]);
        Sized(writer =>
        {
            writer.Bytes(0x0f, 1, 1, 0);
            body(writer);
            writer.Bytes(0);
        });
        Values(values);
        return definition;
    }

    /// <summary>An instance of a template that is defined here, whose first value is a fragment of binary XML; the others follow it.</summary>
    public EvtxWriter Around(uint id, Action<EvtxWriter> body, Action<EvtxWriter> fragment)
    {
        _ = Template(id, body);
        _at -= sizeof(uint);
        U32(1);
        var size = _at;
        U16(0).Bytes(0x21, 0);
        var start = _at;
        Bytes(0x0f, 1, 1, 0);
        fragment(this);
        Bytes(0);
        BinaryPrimitives.WriteUInt16LittleEndian(_chunk.AsSpan(size), (ushort)(_at - start));
        return this;
    }

    /// <summary>An instance of a template that was defined before.</summary>
    public EvtxWriter Instance(uint id, int definition, params (byte Type, byte[] Octets)[] values)
    {
        Bytes(0x0c, 1).U32(id).U32((uint)definition);
        return Values(values);
    }

    /// <summary>The octets of a fragment, to be the value of a substitution at the place where the next octet goes.</summary>
    public static byte[] Utf16Of(string text) => Encoding.Unicode.GetBytes(text);

    public EvtxWriter Bytes(params byte[] octets)
    {
        octets.CopyTo(_chunk, _at);
        _at += octets.Length;
        return this;
    }

    public EvtxWriter U16(ushort number)
    {
        var octets = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(octets, number);
        return Bytes(octets);
    }

    public EvtxWriter U32(uint number)
    {
        var octets = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(octets, number);
        return Bytes(octets);
    }

    public EvtxWriter U64(ulong number)
    {
        var octets = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(octets, number);
        return Bytes(octets);
    }

    /// <summary>The file: header, and the one chunk.</summary>
    public byte[] ToFile()
    {
        var file = new byte[ChunkOffset + _chunk.Length];
        "ElfFile\0"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x28), ChunkOffset);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(0x78), Dirty ? 1u : 0);
        "ElfChnk\0"u8.CopyTo(_chunk);
        BinaryPrimitives.WriteUInt64LittleEndian(_chunk.AsSpan(0x18), 1);
        BinaryPrimitives.WriteUInt64LittleEndian(_chunk.AsSpan(0x20), _id);
        BinaryPrimitives.WriteUInt32LittleEndian(_chunk.AsSpan(0x30), (uint)_at);
        _chunk.CopyTo(file, ChunkOffset);
        return file;
    }

    private EvtxWriter Values((byte Type, byte[] Octets)[] values)
    {
        U32((uint)values.Length);
        foreach (var (type, octets) in values)
            U16((ushort)octets.Length).Bytes(type, 0);
        foreach (var (_, octets) in values)
            Bytes(octets);
        return this;
    }

    private EvtxWriter Name(string name)
    {
        if (_names.TryGetValue(name, out var known))
            return U32((uint)known);
        _names.Add(name, _at + 4);
        return U32((uint)(_at + 4)).U32(0).U16(0).U16((ushort)name.Length).Utf16(name).U16(0);
    }

    private EvtxWriter Utf16(string text) => Bytes(Utf16Of(text));

    private void Sized(Action<EvtxWriter> content)
    {
        var size = _at;
        U32(0);
        content(this);
        BinaryPrimitives.WriteUInt32LittleEndian(_chunk.AsSpan(size), (uint)(_at - size - 4));
    }
}
