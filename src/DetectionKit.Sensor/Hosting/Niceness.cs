using System.Runtime.InteropServices;

namespace DetectionKit.Sensor.Hosting;

/// <summary>How much of the processors a thread asks for. .NET's own thread priorities do nothing on Linux.</summary>
internal static partial class Niceness
{
    private const int Process = 0; // PRIO_PROCESS; who 0: Linux means the calling thread (setpriority(2), "C library/kernel differences")
    private const int GivesWay = 10;

    /// <summary>The calling thread gives way to all others, for good: only a privileged one could take that back.</summary>
    public static void GiveWay()
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(Process, 0, GivesWay);
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
