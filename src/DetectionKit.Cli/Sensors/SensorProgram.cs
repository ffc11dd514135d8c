using System.Diagnostics;
using System.Runtime.InteropServices;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Sensors;

/// <summary>Finds and starts <c>dk-sensor</c>.</summary>
internal static partial class SensorProgram
{
    private const string Name = "dk-sensor";

    /// <summary>Where it is: beside this program, in <c>sensor/</c> beside it, or on the path; null: nowhere.</summary>
    public static string? Find()
    {
        string[] beside =
        [
            Path.Combine(AppContext.BaseDirectory, Name + ".dll"),
            Path.Combine(AppContext.BaseDirectory, "sensor", Name + ".dll"),
        ];
        if (Array.Find(beside, path => File.Exists(path) && File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json"))) is { } dll)
            return dll;
        var program = OperatingSystem.IsWindows() ? Name + ".exe" : Name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    /// <summary>Starts it and waits for its end.</summary>
    /// <returns>What it wrote to standard output; null: there is no such program.</returns>
    public static string? Ask(string[] arguments, Terminal terminal)
    {
        if (Line(arguments, terminal) is not { } line)
            return null;
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    /// <summary>Starts it in the place of this process, so that signals and the exit code are its own. Where that is not possible, it is started and waited for.</summary>
    /// <returns>Its exit code; could not run where there is no such program.</returns>
    public static int Become(string[] arguments, Terminal terminal)
    {
        if (Line(arguments, terminal) is not { } line)
            return ExitCode.CouldNotRun;
        if (!OperatingSystem.IsWindows())
            _ = Execute(line[0], [.. line, null]);
        return Run(line);
    }

    private static int Run(string[] line)
    {
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string[]? Line(string[] arguments, Terminal terminal)
    {
        if (Find() is not { } program)
        {
            terminal.Fail($"{Name} is not here: it comes with ./dk, or as a tool of its own (dotnet tool install --global DetectionKit.Sensor)");
            return null;
        }

        return program.EndsWith(".dll", StringComparison.Ordinal) ? [Environment.ProcessPath ?? "dotnet", program, .. arguments] : [program, .. arguments];
    }

    [LibraryImport("libc", EntryPoint = "execvp", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Execute(string file, string?[] arguments);
}
