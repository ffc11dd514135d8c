using System.Collections.Immutable;
using System.CommandLine;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Verbs;

/// <summary>One verb of the command line.</summary>
internal abstract class Verb : Command
{
    /// <summary>A verb with its page of help.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">What it does, in a sentence or two.</param>
    /// <param name="examples">Command lines that show its use.</param>
    protected Verb(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = [.. examples];
        SetAction(parsed => RunOn(parsed, Interruption.Token));
    }

    /// <summary>Command lines that show its use.</summary>
    public ImmutableArray<string> Examples { get; }

    /// <summary>Does the work.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Set by Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    protected abstract int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation);

    private int RunOn(ParseResult parsed, CancellationToken cancellation)
    {
        using var terminal = Terminal.Open(parsed.GetValue(CommonOptions.Quiet), parsed.GetValue(CommonOptions.NoColor), (parsed.InvocationConfiguration as Invocation)?.StandardOutput);
        return ExitCode.Of(Run(parsed, terminal, cancellation), cancellation);
    }
}
