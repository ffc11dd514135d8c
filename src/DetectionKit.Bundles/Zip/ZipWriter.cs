using System.Buffers.Binary;
using System.Text;

namespace DetectionKit.Bundles.Zip;

/// <summary>
/// Writes zip archives that are the same on every machine: entries in the order given, stored, dated 1980-01-01, without attributes.
/// Stored, because what deflate makes of a file differs between versions and processors.
/// </summary>
internal static class ZipWriter
{
    public static byte[] Write(IReadOnlyList<ZipFile> files)
    {
        using var output = new MemoryStream();
        using var central = new MemoryStream();
        Span<byte> header = stackalloc byte[ZipFormat.CentralSize];
        foreach (var file in files)
        {
            var name = Encoding.UTF8.GetBytes(file.Name);
            var fields = Fields(file, name.Length);
            var offset = (uint)output.Length;
            header.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header, ZipFormat.CentralSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 20);
            fields.CopyTo(header[6..]);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], offset);
            central.Write(header);
            central.Write(name);
            BinaryPrimitives.WriteUInt32LittleEndian(header, ZipFormat.LocalSignature);
            output.Write(header[..4]);
            output.Write(fields);
            output.Write(name);
            output.Write(file.Content.Span);
        }

        WriteEnd(output, central, files.Count);
        return output.ToArray();
    }

    // The 26 bytes that local and central headers share.
    private static byte[] Fields(ZipFile file, int nameLength)
    {
        var fields = new byte[ZipFormat.LocalSize - 4];
        BinaryPrimitives.WriteUInt16LittleEndian(fields, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(2), ZipFormat.Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(4), ZipFormat.Stored);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(8), ZipFormat.FixedDate);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(10), Crc32.Of(file.Content.Span));
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(14), (uint)file.Content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(18), (uint)file.Content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(22), (ushort)nameLength);
        return fields;
    }

    private static void WriteEnd(MemoryStream output, MemoryStream central, int count)
    {
        var offset = (uint)output.Length;
        central.WriteTo(output);
        Span<byte> end = stackalloc byte[ZipFormat.EndSize];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, ZipFormat.EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)central.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], offset);
        output.Write(end);
    }
}

/// <summary>One file of an archive.</summary>
/// <param name="Name">Its path, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
internal readonly record struct ZipFile(string Name, ReadOnlyMemory<byte> Content);
