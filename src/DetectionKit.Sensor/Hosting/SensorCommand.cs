using System.Runtime.InteropServices;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Hosting;

/// <summary>The command line of <c>dk-sensor</c>.</summary>
internal static class SensorCommand
{
    private const string Help = """
        dk-sensor --config FILE [--check [--json]] [--evidence DIR] [--top]

        Runs a bundle of compiled detections on live traffic.

          --config FILE    the configuration (JSON; sensor.schema.json describes it)
          --check          read the configuration, say what is wrong with it, end
          --json           say so on standard output, as one line of JSON
          --evidence DIR   write a small capture of the flows behind each alert
          --top            show what the running sensor does (needs "metrics" in its configuration)

        SIGHUP reads the bundle and the keys again; SIGTERM delivers what waits and ends.
        Exit codes: 0 fine, 1 the configuration is wrong (--check), 2 could not run.
        """;

    public static int Run(string[] args, SensorLog log)
    {
        try
        {
            return Execute(args, log);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complain($"standard output: {e.Message}");
            return 2;
        }
    }

    private static int Execute(string[] args, SensorLog log)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--help" or "-h")
            {
                Console.Out.WriteLine(Help);
                return 0;
            }

            if (args[i] is "--check" or "--json" or "--top")
            {
                options[args[i]] = "";
            }
            else if (args[i] is "--config" or "--evidence" && i + 1 < args.Length)
            {
                options[args[i]] = args[++i];
            }
            else
            {
                Complain($"{args[i]} is not known here, or lacks its value{Names.Suggestion(args[i], ["--config", "--check", "--json", "--evidence", "--top", "--help"])}\n\n{Help}");
                return 2;
            }
        }

        if (!options.TryGetValue("--config", out var file))
        {
            Complain($"--config FILE is missing\n\n{Help}");
            return 2;
        }

        if (Read(file, options.ContainsKey("--json"), out var code) is not { } configuration)
            return options.ContainsKey("--check") ? code : 2;
        if (options.ContainsKey("--check"))
            return 0;
        if (options.TryGetValue("--evidence", out var folder))
            configuration = configuration with { Evidence = (configuration.Evidence ?? new EvidenceConfiguration { Folder = folder }) with { Folder = folder } };
        return options.ContainsKey("--top") ? ShowTop(configuration) : Start(configuration, log);
    }

    private static SensorConfiguration? Read(string file, bool asJson, out int code)
    {
        code = 2;
        if (Directory.Exists(file))
        {
            Complain($"{file}: is a folder");
            return null;
        }

        byte[] json;
        try
        {
            json = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complain(e.Message);
            return null;
        }

        var (configuration, problems) = ConfigurationReader.Read(json);
        if (asJson)
            Console.Out.WriteLine(ProblemJson.Render(file, problems));
        foreach (var problem in asJson ? [] : problems)
            Say(problem.Render(file));
        code = problems.IsEmpty ? 0 : 1;
        return problems.IsEmpty ? configuration : null;
    }

    private static int ShowTop(SensorConfiguration configuration)
    {
        if (configuration.Metrics is not { } address)
        {
            Complain("the configuration names no address under \"metrics\"");
            return 2;
        }

        using var ending = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, ending));
        return Top.Run(address, Console.Out, Console.IsOutputRedirected, ending.Token);
    }

    private static int Start(SensorConfiguration configuration, SensorLog log)
    {
        var sensor = new Sensor(configuration, log);
        using var ending = new CancellationTokenSource();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, ending));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, ending));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            sensor.Reload();
        });
        return sensor.Run(ending.Token);
    }

    private static void Complain(string message) => Say($"dk-sensor: {message}");

    private static void Say(string text)
    {
        try
        {
            Console.Error.WriteLine(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nowhere to say it; the exit code tells.
        }
    }

    private static void End(PosixSignalContext signal, CancellationTokenSource ending)
    {
        signal.Cancel = true;
        ending.Cancel();
    }
}
