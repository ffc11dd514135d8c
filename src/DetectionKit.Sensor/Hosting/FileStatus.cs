using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DetectionKit.Sensor.Hosting;

/// <summary>What .NET does not tell of a file (statx(2)).</summary>
/// <param name="Owner">The owner's number.</param>
/// <param name="Inode">The file's number on its device.</param>
/// <param name="Device">The device's number.</param>
internal readonly partial record struct FileStatus(uint Owner, ulong Inode, ulong Device)
{
    private const int AtFdCwd = -100;
    private const int SymlinkNoFollow = 0x100;
    private const int EmptyPath = 0x1000;

    /// <summary>Of what stands under a name; of a link, of the link itself.</summary>
    public static FileStatus OfPath(string path) => Of(AtFdCwd, path, SymlinkNoFollow);

    /// <summary>Of an open file.</summary>
    public static FileStatus OfFile(SafeFileHandle file) => Of((int)file.DangerousGetHandle(), "", EmptyPath);

    // struct statx: stx_uid at 20, stx_ino at 32, stx_dev_major and stx_dev_minor at 136 and 140.
    private static unsafe FileStatus Of(int folder, string path, int flags)
    {
        const int Bytes = 256, OwnerAt = 20, InodeAt = 32, MajorAt = 136, MinorAt = 140;
        const uint WantsOwner = 0x8, WantsInode = 0x100;
        var buffer = stackalloc byte[Bytes];
        if (Stat(folder, path, flags, WantsOwner | WantsInode, buffer) != 0)
            throw new IOException($"statx {path}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        return new(*(uint*)(buffer + OwnerAt), *(ulong*)(buffer + InodeAt), ((ulong)*(uint*)(buffer + MajorAt) << 32) | *(uint*)(buffer + MinorAt));
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Stat(int folder, string path, int flags, uint mask, byte* buffer);
}
