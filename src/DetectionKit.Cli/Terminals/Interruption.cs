using System.Runtime.InteropServices;

namespace DetectionKit.Cli.Terminals;

/// <summary>
/// Ctrl-C and SIGTERM ask the verb to come to its end; one that does not within some seconds is ended. Verbs run on the thread that called them, since
/// a pool of threads takes as long to start as a small capture takes to read.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly CancellationTokenSource Asked = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    private Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    /// <summary>Set once somebody asked.</summary>
    public static CancellationToken Token => Asked.Token;

    /// <summary>Listens until it is disposed.</summary>
    public static Interruption Listen() => new();

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private static void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        Asked.Cancel();
        Thread.Sleep(Patience);
        Environment.Exit(ExitCode.Interrupted);
    }
}
