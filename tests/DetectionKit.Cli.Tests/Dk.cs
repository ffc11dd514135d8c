using System.Diagnostics;
using System.Globalization;

namespace DetectionKit.Cli.Tests;

/// <summary>Runs the command line: in this process, where nothing depends on its having one of its own, or as the built program.</summary>
internal static class Dk
{
    private static readonly Lock Console = new();

    public static string Root { get; } = FindRoot();

    /// <summary>Runs it here: a process and the compiler's start cost seconds.</summary>
    public static Finished Run(string folder, params string[] arguments)
    {
        lock (Console)
        {
            var (here, output, error) = (Environment.CurrentDirectory, System.Console.Out, System.Console.Error);
            using var written = new MemoryStream();
            using var text = new StringWriter();
            using var said = new StringWriter();
            try
            {
                Environment.CurrentDirectory = folder;
                System.Console.SetOut(text);
                System.Console.SetError(said);
                var code = CommandLine.Run(arguments, written);
                return new Finished(code, System.Text.Encoding.UTF8.GetString(written.ToArray()) + text, said.ToString());
            }
            finally
            {
                Environment.CurrentDirectory = here;
                System.Console.SetOut(output);
                System.Console.SetError(error);
            }
        }
    }

    /// <summary>Runs the built program.</summary>
    public static Finished RunProcess(string folder, params string[] arguments) => RunProcess(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <summary>Runs the built program in another environment.</summary>
    public static Finished RunProcess(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = StartOf(folder, "dotnet", [Program, .. arguments]);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Run(start);
    }

    /// <summary>Runs a line of bash, in which <c>$dk</c> is the command line.</summary>
    public static Finished Shell(string folder, string line)
    {
        var start = StartOf(folder, "bash", ["-c", line]);
        start.Environment["dk"] = $"dotnet {Program}";
        return Run(start);
    }

    /// <summary>Runs another program that lies beside the tests.</summary>
    public static Finished RunProgram(string assembly, string folder, string[] arguments) => Run(StartOf(folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]));

    /// <summary>Starts it and lets it run.</summary>
    public static Process Start(string folder, params string[] arguments)
    {
        // Where the tests run in the background, a shell had them ignore interrupts, and a child inherits that.
        var start = OperatingSystem.IsLinux()
            ? StartOf(folder, "env", ["--default-signal=INT", "dotnet", Program, .. arguments])
            : StartOf(folder, "dotnet", [Program, .. arguments]);
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }

    /// <summary>What Ctrl-C does.</summary>
    public static void Interrupt(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static Finished Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Finished(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static ProcessStartInfo StartOf(string folder, string program, string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static string Program => Path.Combine(AppContext.BaseDirectory, "dk.dll");

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "DetectionKit.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}

/// <summary>How a process ended.</summary>
internal sealed record Finished(int Code, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
