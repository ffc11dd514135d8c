using System.Globalization;
using System.Runtime.InteropServices;

namespace DetectionKit.Sensor.Hosting;

/// <summary>Becomes an unprivileged user, for good: no group, no capability is kept, none can be gained (setgroups(2), setgid(2), setuid(2), prctl(2)). The C library changes all threads.</summary>
internal static partial class Privileges
{
    private const int PrSetNoNewPrivileges = 38;

    /// <summary>Finds a user: a name of /etc/passwd, or <c>uid:gid</c>.</summary>
    public static (uint User, uint Group)? Find(string name)
    {
        if (name.Split(':') is [var user, var group] && TryNumber(user, out var uid) && TryNumber(group, out var gid))
            return (uid, gid);
        if (!File.Exists("/etc/passwd"))
            return null;
        foreach (var line in File.ReadLines("/etc/passwd"))
        {
            // passwd(5): name:password:UID:GID:...
            if (line.Split(':') is [var entry, _, var id, var primary, ..] && string.Equals(entry, name, StringComparison.Ordinal) && TryNumber(id, out uid) && TryNumber(primary, out gid))
                return (uid, gid);
        }

        return null;
    }

    /// <summary>
    /// Gives a folder and what is in it to the user, unless it is the user's already: then that user may have put anything there, a link to somewhere else as well, and
    /// nothing is to be followed. The folder itself goes last.
    /// </summary>
    public static void Give(string folder, (uint User, uint Group) to)
    {
        Directory.CreateDirectory(folder);
        if (FileStatus.OfPath(folder).Owner == to.User)
            return;
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", all).Append(folder))
            Check(ChangeOwner(path, to.User, to.Group), $"chown {path}");
    }

    /// <summary>Becomes the user. Nothing is done where that is who this process is already.</summary>
    public static void Become((uint User, uint Group) to)
    {
        if (GetUser() == to.User && to.User != 0)
            return;
        Check(SetGroups(0, 0), "setgroups");
        Check(SetGroup(to.Group), "setgid");
        Check(SetUser(to.User), "setuid");
        Check(Control(PrSetNoNewPrivileges, 1, 0, 0, 0), "prctl");
        if (to.User != 0 && SetUser(0) == 0)
            throw new IOException("privileges could be taken back: they were not dropped");
    }

    private static bool TryNumber(string text, out uint number) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static void Check(int result, string call)
    {
        if (result != 0)
            throw new IOException($"{call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
    }

    [LibraryImport("libc", EntryPoint = "getuid")]
    private static partial uint GetUser();

    [LibraryImport("libc", EntryPoint = "setgroups", SetLastError = true)]
    private static partial int SetGroups(nuint count, nint groups);

    [LibraryImport("libc", EntryPoint = "setgid", SetLastError = true)]
    private static partial int SetGroup(uint group);

    [LibraryImport("libc", EntryPoint = "setuid", SetLastError = true)]
    private static partial int SetUser(uint user);

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Control(int option, nuint a, nuint b, nuint c, nuint d);
}
