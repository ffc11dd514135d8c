using System.CommandLine;
using DetectionKit.Cli.Sensors;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk sensor ...</c>: becomes <c>dk-sensor</c>.</summary>
internal sealed class SensorVerb : Verb
{
    private readonly Argument<string[]> _arguments = new("argument") { Description = "What dk-sensor is given; dk sensor -- --help tells.", Arity = ArgumentArity.ZeroOrMore, HelpName = "ARGUMENT" };

    public SensorVerb()
        : base(
            "sensor",
            "Run a bundle on live traffic: starts dk-sensor, a program of its own without a compiler, and hands it all arguments.",
            "dk sensor --config sensor.json",
            "dk sensor --config sensor.json --check",
            "dk sensor --config sensor.json --top")
    {
        Add(_arguments);
        TreatUnmatchedTokensAsErrors = false;
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        string[] arguments = [.. (parsed.GetValue(_arguments) ?? []).Concat(parsed.UnmatchedTokens)];
        return SensorProgram.Become(arguments, terminal);
    }
}
