using System.CommandLine;

namespace DetectionKit.Cli;

/// <summary>One run of the command line.</summary>
internal sealed class Invocation : InvocationConfiguration
{
    /// <summary>Takes verbs' results; null: standard output.</summary>
    public Stream? StandardOutput { get; init; }
}
