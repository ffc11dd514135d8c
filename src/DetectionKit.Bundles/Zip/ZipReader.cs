using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DetectionKit.Bundles.Zip;

/// <summary>
/// Reads zip archives that strangers made. Takes what NuGet packages are (stored or deflated, one disk, no encryption, no zip64) and
/// refuses all else: entries that overlap, that two headers name differently, that are named twice, unsafe names, sizes beyond the limits.
/// </summary>
internal sealed class ZipReader(ReadOnlyMemory<byte> archive, BundleLimits limits)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folded = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(long Start, long End)> _extents = [];
    private long _total;

    private ReadOnlySpan<byte> Bytes => archive.Span;

    /// <summary>The files by name; null, and why, where the archive is not taken.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? Read(out string? problem)
    {
        problem = ReadAll();
        return problem is null ? _files : null;
    }

    private string? ReadAll()
    {
        if (FindEnd() is not { } end)
            return "it is not a zip archive, or is cut off";
        var header = Bytes[end..];
        var count = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) != 0 || BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) != count)
            return "it is one part of several";
        if (count > limits.Entries)
            return $"it has {count} entries, more than {limits.Entries}";
        if ((long)offset + size != end)
            return "its directory is not where it should be";
        long at = offset;
        for (var i = 0; i < count; i++)
        {
            if (ReadEntry(ref at, end) is { } problem)
                return problem;
        }

        return at == end ? Overlap(offset) : "its directory holds more than it says";
    }

    // The end record is the last thing but for its comment (APPNOTE 4.3.16).
    private int? FindEnd()
    {
        for (var at = Bytes.Length - ZipFormat.EndSize; at >= Math.Max(0, Bytes.Length - ZipFormat.EndSize - ushort.MaxValue); at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(Bytes[at..]) == ZipFormat.EndSignature
                && at + ZipFormat.EndSize + BinaryPrimitives.ReadUInt16LittleEndian(Bytes[(at + 20)..]) == Bytes.Length)
            {
                return at;
            }
        }

        return null;
    }

    private string? ReadEntry(ref long at, long end)
    {
        if (at + ZipFormat.CentralSize > end || BinaryPrimitives.ReadUInt32LittleEndian(Bytes[(int)at..]) != ZipFormat.CentralSignature)
            return "its directory is damaged";
        var header = Bytes[(int)at..];
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var next = at + ZipFormat.CentralSize + nameLength
            + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if (next > end)
            return "its directory is damaged";
        var nameBytes = header.Slice(ZipFormat.CentralSize, nameLength);
        var entry = new Entry(
            BinaryPrimitives.ReadUInt16LittleEndian(header[8..]),
            BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[42..]));
        at = next;
        if (!SafeName.Is(nameBytes))
            return "an entry has an unsafe name";
        var name = Encoding.ASCII.GetString(nameBytes);
        if (!_folded.Add(name))
            return $"{name} is there twice";
        return Extract(name, nameBytes, entry);
    }

    private string? Extract(string name, ReadOnlySpan<byte> nameBytes, in Entry entry)
    {
        if ((entry.Flags & ~(ZipFormat.Utf8Names | 0b1110)) != 0)
            return $"{name} is encrypted or of an unknown form";
        _total += entry.Size;
        if (entry.Size > limits.FileBytes || _total > limits.TotalBytes)
            return $"{name} is too large";
        if (entry.Offset + (long)ZipFormat.LocalSize > Bytes.Length)
            return $"{name} is cut off";
        var local = Bytes[(int)entry.Offset..];
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(local[26..]);
        var start = entry.Offset + (long)ZipFormat.LocalSize + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(local) != ZipFormat.LocalSignature || start + entry.Packed > Bytes.Length)
            return $"{name} is cut off";
        if (!local.Slice(ZipFormat.LocalSize, nameLength).SequenceEqual(nameBytes))
            return $"{name} has another name in its own header";
        _extents.Add((entry.Offset, start + entry.Packed));
        var packed = archive.Slice((int)start, (int)entry.Packed);
        var content = entry.Method switch
        {
            ZipFormat.Stored when entry.Packed == entry.Size => packed,
            ZipFormat.Deflated => Inflate(packed, (int)entry.Size),
            _ => null,
        };
        if (content is not { } bytes || Crc32.Of(bytes.Span) != entry.Crc)
            return $"{name} is damaged";
        _files.Add(name, bytes);
        return null;
    }

    // Reads no byte more than was announced, so that a bomb stops where it lies.
    private static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> packed, int size)
    {
        try
        {
            // Deflate packs at most 1032 to 1: a larger claim is a lie, and no memory is taken for it.
            if (size > 1032L * Math.Max(packed.Length, 1))
                return null;
            using var stream = new DeflateStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            var bytes = new byte[size];
            // Not "? bytes : null": that null would be an array's, and a file without bytes.
            if (stream.ReadAtLeast(bytes, size, throwOnEndOfStream: false) == size && stream.ReadByte() < 0)
                return bytes;
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private string? Overlap(long directory)
    {
        _extents.Sort();
        long last = 0;
        foreach (var (start, end) in _extents)
        {
            if (start < last)
                return "two of its entries overlap";
            last = end;
        }

        return last > directory ? "an entry overlaps its directory" : null;
    }

    private readonly record struct Entry(ushort Flags, ushort Method, uint Crc, uint Packed, uint Size, uint Offset);
}
