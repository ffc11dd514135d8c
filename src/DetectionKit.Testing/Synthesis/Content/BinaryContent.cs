using System.Buffers.Binary;
using System.Text;

namespace DetectionKit.Testing.Synthesis.Content;

/// <summary>What programs write to disk and to private connections: numbers, tables, tagged fields.</summary>
internal static class BinaryContent
{
    public static IEnumerable<ForeignContent> All =>
    [
        new("binary", "32-bit numbers, big-endian", (random, size) => Numbers(random, size, 4, bigEndian: true)),
        new("binary", "32-bit numbers, little-endian", (random, size) => Numbers(random, size, 4, bigEndian: false)),
        new("binary", "16-bit numbers, big-endian", (random, size) => Numbers(random, size, 2, bigEndian: true)),
        new("binary", "16-bit numbers, little-endian", (random, size) => Numbers(random, size, 2, bigEndian: false)),
        new("binary", "64-bit numbers, little-endian", (random, size) => Numbers(random, size, 8, bigEndian: false)),
        new("binary", "tagged fields", TaggedFields),
        new("binary", "type, length, value", TypeLengthValue),
        new("binary", "counters", Counters),
        new("binary", "zeros", (random, size) => ZeroRuns(random, size, 40)),
        new("binary", "zeros with numbers between", (random, size) => ZeroRuns(random, size, 6)),
        new("binary", "tables", Table),
        new("binary", "floats", (random, size) => Floats(random, size, bigEndian: false)),
        new("binary", "floats, big-endian", (random, size) => Floats(random, size, bigEndian: true)),
        new("binary", "a header with the length", Framed),
        new("binary", "machine code", MachineCode),
        new("binary", "counted strings", CountedStrings),
    ];

    private static byte[] Numbers(Random random, int size, int width, bool bigEndian)
    {
        var bytes = new byte[size + 8];
        var below = (int)Math.Pow(2, random.Next(3, 31));
        for (var at = 0; at < size; at += width)
            Write(bytes.AsSpan(at), random.Next(below), width, bigEndian);
        return bytes;
    }

    private static byte[] Counters(Random random, int size)
    {
        var bytes = new byte[size + 8];
        var (width, bigEndian, step, value) = (2 << random.Next(3), random.Next(2) == 0, random.Next(1, 5), random.Next(1000));
        for (var at = 0; at < size; at += width, value += step)
            Write(bytes.AsSpan(at), value, width, bigEndian);
        return bytes;
    }

    private static byte[] Floats(Random random, int size, bool bigEndian)
    {
        var bytes = new byte[size + 4];
        var value = (random.NextSingle() * 200) - 100;
        for (var at = 0; at < size; at += 4, value += random.NextSingle() - 0.5f)
            Write(bytes.AsSpan(at), BitConverter.SingleToInt32Bits(value), 4, bigEndian);
        return bytes;
    }

    private static byte[] ZeroRuns(Random random, int size, int run)
    {
        var bytes = new byte[size];
        for (var at = random.Next(run); at < size; at += random.Next(1, run))
            bytes[at] = (byte)random.Next(256);
        return bytes;
    }

    /// <summary>Protocol buffers' wire format: varints, fixed numbers, strings.</summary>
    private static byte[] TaggedFields(Random random, int size)
    {
        var all = new List<byte>();
        for (var field = 1; all.Count < size; field = (field % 15) + 1)
        {
            var text = Encoding.ASCII.GetBytes(TextContent.Word(random));
            byte[] entry = random.Next(4) switch
            {
                0 => [(byte)(field << 3), (byte)random.Next(128)],
                1 => [(byte)(field << 3), (byte)(0x80 | random.Next(128)), (byte)random.Next(1, 128)],
                2 => [(byte)((field << 3) | 5), .. NoiseContent.Uniform(random, 4)],
                _ => [(byte)((field << 3) | 2), (byte)text.Length, .. text],
            };
            all.AddRange(entry);
        }

        return [.. all];
    }

    private static byte[] TypeLengthValue(Random random, int size)
    {
        var all = new List<byte>();
        var (typeWidth, lengthWidth, bigEndian) = (random.Next(1, 3), random.Next(1, 3), random.Next(2) == 0);
        while (all.Count < size)
        {
            var entry = new byte[typeWidth + lengthWidth + random.Next(1, 60)];
            random.NextBytes(entry);
            Write(entry, random.Next(1, 40), typeWidth, bigEndian);
            Write(entry.AsSpan(typeWidth), entry.Length - typeWidth - lengthWidth, lengthWidth, bigEndian);
            all.AddRange(entry);
        }

        return [.. all];
    }

    private static byte[] Table(Random random, int size)
    {
        var all = new List<byte>();
        var width = random.Next(8, 40);
        var row = NoiseContent.Uniform(random, width);
        while (all.Count < size)
        {
            for (var change = random.Next(1, 5); change > 0; change--)
                row[random.Next(width)] = (byte)random.Next(256);
            all.AddRange(row);
        }

        return [.. all];
    }

    /// <summary>A private protocol's message: magic, version, type, the message's own length, an identifier, then content.</summary>
    private static byte[] Framed(Random random, int size)
    {
        var bytes = new byte[Math.Max(size, 16)];
        random.NextBytes(bytes.AsSpan(16));
        var (bigEndian, width, at) = (random.Next(2) == 0, random.Next(2) == 0 ? 2 : 4, random.Next(3) * 2);
        bytes[0] = (byte)random.Next(256);
        bytes[1] = (byte)random.Next(1, 4);
        bytes[3] = (byte)random.Next(1, 12);
        Write(bytes.AsSpan(at), bytes.Length - (random.Next(3) * 4), width, bigEndian);
        Write(bytes.AsSpan(at + width), random.Next(1, 100), 4, bigEndian);
        return bytes;
    }

    private static byte[] MachineCode(Random random, int size)
    {
        byte[][] instructions = [[0x55], [0x48, 0x89, 0xE5], [0x48, 0x83, 0xEC, 0x20], [0xC3], [0x90], [0x31, 0xC0], [0xE8], [0x48, 0x8D, 0x3D], [0x0F, 0x84], [0xFF, 0x25], [0x5D], [0x74]];
        var all = new List<byte>();
        while (all.Count < size)
        {
            var instruction = instructions[random.Next(instructions.Length)];
            all.AddRange(instruction);
            if (instruction[0] is 0xE8 or 0x0F or 0xFF || instruction.Length == 3)
                all.AddRange([(byte)random.Next(256), (byte)random.Next(8), 0, 0]);
        }

        return [.. all];
    }

    private static byte[] CountedStrings(Random random, int size)
    {
        var all = new List<byte>();
        var (width, bigEndian) = (1 << random.Next(3), random.Next(2) == 0);
        while (all.Count < size)
        {
            var text = Encoding.ASCII.GetBytes(random.Next(2) == 0 ? TextContent.Word(random) : TextContent.Sentence(random));
            var length = new byte[width];
            Write(length, text.Length, width, bigEndian);
            all.AddRange([.. length, .. text]);
        }

        return [.. all];
    }

    private static void Write(Span<byte> target, long value, int width, bool bigEndian)
    {
        Span<byte> all = stackalloc byte[8];
        if (bigEndian)
            BinaryPrimitives.WriteInt64BigEndian(all, value);
        else
            BinaryPrimitives.WriteInt64LittleEndian(all, value);
        (bigEndian ? all[(8 - width)..] : all[..width]).CopyTo(target);
    }
}
