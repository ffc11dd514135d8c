using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace DetectionKit.Traffic.Capture;

/// <summary>
/// A file that is read once, from begin to end, as Unix reads it. The runtime's own stream takes as long to start as ten megabytes of packets, since parts of
/// it are compiled as the program runs; it is used where Unix's way is not there, and where a file cannot be opened, to say why.
/// </summary>
internal sealed unsafe partial class CaptureFile : Stream
{
    // <fcntl.h>, <errno.h>
    private const int ReadOnly = 0, Sequential = 2, Interrupted = 4;
    private static readonly int CloseOnExec = OperatingSystem.IsMacOS() ? 0x100_0000 : 0x8_0000;

    private readonly SafeFileHandle _handle;
    private readonly int _descriptor;

    private CaptureFile(int descriptor)
    {
        _handle = new((nint)descriptor, ownsHandle: true);
        _descriptor = descriptor;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Opens a file; what is wrong with it is thrown as by <see cref="FileStream"/>.</summary>
    /// <param name="path">The file.</param>
    public static Stream Open(string path)
    {
        if ((OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && !path.Contains('\0') && TryOpen(path) is { } file)
            return file;
        return Opened(path);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        fixed (byte* first = buffer)
        {
            while (true)
            {
                var read = ReadAt(_descriptor, first, (nuint)buffer.Length);
                if (read >= 0)
                    return (int)read;
                var error = Marshal.GetLastSystemError();
                if (error != Interrupted)
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
            }
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _handle.Dispose();
        base.Dispose(disposing);
    }

    private static CaptureFile? TryOpen(string path)
    {
        int descriptor;
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
            descriptor = OpenAt(name, ReadOnly | CloseOnExec);
        if (descriptor < 0)
            return null;
        var file = new CaptureFile(descriptor);
        // A folder can be opened, but not read.
        if (ReadAt(descriptor, null, 0) < 0)
        {
            file.Dispose();
            return null;
        }

        if (OperatingSystem.IsLinux())
            _ = Advise(descriptor, 0, 0, Sequential);
        return file;
    }

    // By itself, so that nothing of it is loaded where it is not called.
    private static FileStream Opened(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, FileOptions.SequentialScan);

    // Without SetLastError, whose code is compiled as the program runs.
    [LibraryImport("libc", EntryPoint = "open")]
    private static partial int OpenAt(byte* path, int flags);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint ReadAt(int descriptor, byte* bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(int descriptor, nint offset, nint length, int advice);
}
