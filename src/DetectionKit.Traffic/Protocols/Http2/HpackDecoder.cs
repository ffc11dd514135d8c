using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Http2;

/// <summary>Decodes one direction's header blocks (RFC 7541). Once a block is broken, or was lost, what follows cannot be read any more.</summary>
internal sealed class HpackDecoder
{
    private const int LongestText = 16_384;
    private const int MostFields = 512;
    private readonly HpackTable _table = new();

    /// <summary>Whether later blocks cannot be read.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>A block was lost.</summary>
    public void Break() => IsBroken = true;

    /// <summary>Decodes a whole block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="fields">Takes names and values in their order.</param>
    public void Decode(ReadOnlySpan<byte> block, List<(byte[] Name, byte[] Value)> fields)
    {
        var reader = new ByteReader(block);
        while (reader.Left > 0 && !IsBroken)
        {
            var first = reader.U8();
            if ((first & 0x80) != 0)
                Indexed(Integer(ref reader, first, 7), fields);
            else if ((first & 0x40) != 0)
                Literal(ref reader, Integer(ref reader, first, 6), fields, isKept: true);
            else if ((first & 0x20) != 0)
                IsBroken |= !_table.Resize(Integer(ref reader, first, 5));
            else
                Literal(ref reader, Integer(ref reader, first, 4), fields, isKept: false);
        }
    }

    private void Indexed(long index, List<(byte[] Name, byte[] Value)> fields)
    {
        if (!_table.TryGet(index, out var name, out var value))
            IsBroken = true;
        else
            Give(name, value, fields);
    }

    private void Literal(ref ByteReader reader, long index, List<(byte[] Name, byte[] Value)> fields, bool isKept)
    {
        byte[]? name;
        if (index == 0)
            name = Text(ref reader);
        else if (_table.TryGet(index, out var known, out _))
            name = known;
        else
            name = null;
        if (name is null || Text(ref reader) is not { } value)
        {
            IsBroken = true;
            return;
        }

        if (isKept)
            _table.Add(name, value);
        Give(name, value, fields);
    }

    private static void Give(byte[] name, byte[] value, List<(byte[] Name, byte[] Value)> fields)
    {
        if (fields.Count < MostFields)
            fields.Add((name, value));
    }

    /// <summary>A number with a prefix of some bits (section 5.1); -1 where it is broken or absurd.</summary>
    private static long Integer(ref ByteReader reader, byte first, int bits)
    {
        var mask = (1 << bits) - 1;
        long number = first & mask;
        if (number < mask)
            return number;
        for (var shift = 0; shift <= 28; shift += 7)
        {
            var next = reader.U8();
            if (reader.Short)
                return -1;
            number += (long)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }

        return -1;
    }

    private static byte[]? Text(ref ByteReader reader)
    {
        var first = reader.U8();
        var length = Integer(ref reader, first, 7);
        if (reader.Short || length < 0 || length > Math.Min(reader.Left, LongestText))
            return null;
        var bytes = reader.Take((int)length);
        if ((first & 0x80) == 0)
            return bytes.ToArray();
        var text = new byte[(bytes.Length * 8 / 5) + 1];
        return HpackHuffman.TryDecode(bytes, text, out var written) ? text[..written] : null;
    }
}
