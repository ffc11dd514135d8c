using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DetectionKit.Compiler.Emit;

namespace DetectionKit.Workspace.Caching;

/// <summary>The bytes of a kept image; its name is their hash.</summary>
internal static class ImageFormat
{
    public static byte[] Write(DetectorImage image)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(image.AssemblyName);
            writer.Write(image.Assembly.Length);
            writer.Write(image.Assembly.AsSpan());
            writer.Write(image.Symbols.Length);
            writer.Write(image.Symbols.AsSpan());
            writer.Write(image.ClassNames.Length);
            foreach (var name in image.ClassNames)
                writer.Write(name);
        }

        return stream.ToArray();
    }

    /// <summary>The image, or null where the bytes are not those of that name.</summary>
    public static DetectorImage? Read(byte[] bytes, string name)
    {
        if (!string.Equals(Convert.ToHexString(SHA256.HashData(bytes), 0, 16), name, StringComparison.Ordinal))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var assemblyName = reader.ReadString();
        var assembly = ImmutableCollectionsMarshal.AsImmutableArray(reader.ReadBytes(reader.ReadInt32()));
        var symbols = ImmutableCollectionsMarshal.AsImmutableArray(reader.ReadBytes(reader.ReadInt32()));
        var classes = new string[reader.ReadInt32()];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = reader.ReadString();
        return new DetectorImage(assemblyName, assembly, symbols, [.. classes]);
    }
}
