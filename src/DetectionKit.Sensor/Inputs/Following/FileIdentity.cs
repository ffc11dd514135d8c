using System.Security.Cryptography;
using DetectionKit.Sensor.Hosting;

namespace DetectionKit.Sensor.Inputs.Following;

/// <summary>
/// Which file it is, whatever its name: where it lies on its device, and what its first bytes are. A copy has the same first bytes and another place; a
/// file that was cut and written anew has the same place and other first bytes.
/// </summary>
/// <param name="Device">The device's number.</param>
/// <param name="Inode">The file's number on the device.</param>
/// <param name="HeadBytes">How many bytes are known of its begin.</param>
/// <param name="Head">SHA-256 of these, in hexadecimal digits.</param>
internal sealed record FileIdentity(ulong Device, ulong Inode, int HeadBytes, string Head)
{
    /// <summary>The most bytes of the begin that tell files apart.</summary>
    public const int LongestHead = 1024;

    // With fewer bytes, another file may well begin alike.
    private const int HeadOfCopy = 64;

    /// <summary>Of an open file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="head">Its first bytes.</param>
    public static FileIdentity Of(FileStream file, ReadOnlySpan<byte> head)
    {
        var status = FileStatus.OfFile(file.SafeFileHandle);
        return new(status.Device, status.Inode, head.Length, Convert.ToHexStringLower(SHA256.HashData(head)));
    }

    /// <summary>Whether an open file is this one, or a copy of it, with at least so many bytes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">How many bytes it must have.</param>
    /// <param name="orCopy">Whether a copy will do.</param>
    public bool Is(FileStream file, long length, bool orCopy)
    {
        if (file.Length < Math.Max(length, HeadBytes))
            return false;
        var status = FileStatus.OfFile(file.SafeFileHandle);
        return ((status.Device == Device && status.Inode == Inode) || (orCopy && HeadBytes >= HeadOfCopy)) && HasHead(file);
    }

    /// <summary>Whether an open file begins as this one does.</summary>
    public bool HasHead(FileStream file)
    {
        Span<byte> head = stackalloc byte[LongestHead];
        head = head[..HeadBytes];
        return RandomAccess.Read(file.SafeFileHandle, head, 0) == HeadBytes && string.Equals(Convert.ToHexStringLower(SHA256.HashData(head)), Head, StringComparison.Ordinal);
    }
}
