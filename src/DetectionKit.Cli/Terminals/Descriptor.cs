using System.Runtime.InteropServices;
using System.Text;

namespace DetectionKit.Cli.Terminals;

/// <summary>
/// Standard output and files as Unix knows them. The console's stream hides that its reader went away, and what the runtime needs to write to it or to look
/// for a file takes as long to start as ten megabytes of packets.
/// </summary>
internal static unsafe partial class Descriptor
{
    private const int StandardOutput = 1;

    // <errno.h>: alike on Linux and macOS but for the third.
    private const int Interrupted = 4, BrokenPipe = 32;
    private static readonly int Again = OperatingSystem.IsMacOS() ? 35 : 11;

    /// <summary>Whether a person reads it.</summary>
    public static bool IsTerminal => IsTerminalAt(StandardOutput) != 0;

    /// <summary>Whether there is a file that is no folder.</summary>
    /// <param name="path">Its path.</param>
    public static bool IsFile(string path) => !path.Contains('\0') && Exists(path) && !Exists(path + "/.");

    /// <summary>Writes all of it, where the descriptor stands.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="BrokenPipeException">Nobody reads it any more.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            fixed (byte* first = bytes)
            {
                var written = WriteAt(StandardOutput, first, (nuint)bytes.Length);
                if (written >= 0)
                    bytes = bytes[(int)written..];
                else
                    Fail(Marshal.GetLastSystemError());
            }
        }
    }

    private static bool Exists(string path)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
            return AccessAt(name, 0) == 0;
    }

    private static void Fail(int error)
    {
        if (error == Interrupted)
            return;
        if (error == Again)
        {
            // Somebody made it non-blocking; it is full.
            Thread.Sleep(1);
            return;
        }

        var failure = new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        throw error == BrokenPipe ? new BrokenPipeException(failure) : failure;
    }

    // Without SetLastError, whose code is compiled as the program runs.
    [LibraryImport("libc", EntryPoint = "access")]
    private static partial int AccessAt(byte* path, int mode);

    [LibraryImport("libc", EntryPoint = "isatty")]
    private static partial int IsTerminalAt(int descriptor);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint WriteAt(int descriptor, byte* bytes, nuint count);
}
