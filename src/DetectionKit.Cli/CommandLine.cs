using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Diagnostics;
using DetectionKit.Cli.Help;
using DetectionKit.Cli.Terminals;
using DetectionKit.Cli.Verbs;

namespace DetectionKit.Cli;

/// <summary>The command line as a whole: its verbs, and what happens to every one of them alike.</summary>
internal static class CommandLine
{
    private static readonly (string Name, Func<Verb> Make)[] Verbs =
    [
        ("check", () => new CheckVerb()), ("test", () => new TestVerb()), ("run", () => new RunVerb()), ("flows", () => new FlowsVerb()),
        ("events", () => new EventsVerb()), ("pack", () => new PackVerb()), ("verify", () => new VerifyVerb()), ("diff", () => new DiffVerb()), ("replay", () => new ReplayVerb()), ("sensor", () => new SensorVerb()), ("new", () => new NewVerb()),
        ("completion", () => new CompletionVerb()),
    ];

    /// <summary>Parses and runs; returns the process's exit code.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Takes what would go to standard output; null: that is where it goes.</param>
    public static int Run(string[] args, Stream? output = null)
    {
        try
        {
            using var interruption = Interruption.Listen();
            if (FlowsJob.TryRead(args) is not { } flows)
                return ParseAndRun(args, output);
            using var terminal = Terminal.Open(quiet: false, noColor: false, output);
            return ExitCode.Of(flows.Run(terminal, Interruption.Token), Interruption.Token);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (BrokenPipeException)
        {
            return ExitCode.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            StandardError.Writer.WriteLine($"dk: {e.Message}");
            return ExitCode.CouldNotRun;
        }
        catch (Exception e) when (!Debugger.IsAttached)
        {
            StandardError.Writer.WriteLine($"dk: a bug of dk's own, please report it with what led to it:\n{e}");
            return ExitCode.CouldNotRun;
        }
    }

    // A method by itself: the parser's assembly is loaded where it is called.
    private static int ParseAndRun(string[] args, Stream? output)
    {
        var parsed = Build(args.FirstOrDefault()).Parse(args);
        var wrong = parsed.Action is ParseErrorAction;
        if (parsed.Action is ParseErrorAction error)
            error.ShowHelp = false;
        var code = parsed.Invoke(new Invocation { StandardOutput = output, Output = wrong ? StandardError.Writer : Console.Out, EnableDefaultExceptionHandler = false });
        if (wrong && parsed.CommandResult.Command is RootCommand)
            StandardError.Writer.WriteLine("dk --help lists the verbs.");
        return wrong ? ExitCode.CouldNotRun : code;
    }

    /// <summary>The tree of commands; completion scripts and tests read it too.</summary>
    /// <param name="called">The verb that the command line begins with: no other is made then. Anything else: all are.</param>
    public static RootCommand Build(string? called = null)
    {
        var root = new RootCommand("Detections as YAML in git: checked, tested on packets, packaged for sensors.")
        {
            CommonOptions.Quiet,
            CommonOptions.NoColor,
        };
        var isKnown = Verbs.Any(verb => string.Equals(verb.Name, called, StringComparison.Ordinal));
        foreach (var (name, make) in Verbs)
        {
            if (!isKnown || string.Equals(name, called, StringComparison.Ordinal))
                root.Add(make());
        }

        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
