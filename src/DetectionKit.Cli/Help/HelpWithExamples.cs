using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DetectionKit.Cli.Verbs;

namespace DetectionKit.Cli.Help;

/// <summary><c>--help</c>: the usual page, then the verb's examples.</summary>
/// <param name="usual">What writes the usual page.</param>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb verb)
        {
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }
        else
        {
            output.WriteLine("Exit code: 0 fine, 1 findings (a failed check or test), 2 could not run.");
            output.WriteLine("dk VERB --help has examples; dk completion --help sets up the Tab key.");
        }

        return code;
    }
}
