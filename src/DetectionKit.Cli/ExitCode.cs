namespace DetectionKit.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>The work was done, and something was found: a check or a test failed.</summary>
    public const int Findings = 1;

    /// <summary>The work could not be done, or not all of it.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>A verb's, unless it was stopped.</summary>
    /// <param name="code">What the verb said.</param>
    /// <param name="cancellation">Whether it was stopped.</param>
    public static int Of(int code, CancellationToken cancellation) => cancellation.IsCancellationRequested ? Interrupted : code;

    /// <summary>The graver of two.</summary>
    /// <param name="one">One code.</param>
    /// <param name="other">Another.</param>
    public static int Worst(int one, int other) => Math.Max(one, other);
}
