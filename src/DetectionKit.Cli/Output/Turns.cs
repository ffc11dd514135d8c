using System.Runtime.ExceptionServices;

namespace DetectionKit.Cli.Output;

/// <summary>
/// Jobs side by side whose output comes in their order: the first that is not done writes through; what the others write is kept, and a job that
/// wrote much waits for its turn.
/// </summary>
/// <param name="output">Where to.</param>
internal sealed class Turns(Stream output)
{
    private readonly object _gate = new();
    private int _turn;
    private Exception? _failure;

    /// <summary>Runs jobs, the next one as soon as one is done; what the first failure threw is thrown when all have ended.</summary>
    /// <param name="count">How many jobs there are; their numbers begin at 0.</param>
    /// <param name="threads">How many run at one time.</param>
    /// <param name="job">Does one: its number, where it writes. What it returns runs in its turn, behind its output.</param>
    public void Run(int count, int threads, Func<int, Stream, Action> job)
    {
        var next = -1;
        var others = new Task[Math.Max(0, Math.Min(threads, count) - 1)];
        for (var i = 0; i < others.Length; i++)
            others[i] = Task.Run(Work, CancellationToken.None);
        Work();
        Task.WaitAll(others, CancellationToken.None);
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);

        void Work()
        {
            while (_failure is null && Interlocked.Increment(ref next) is var number && number < count)
            {
                try
                {
                    using var mine = new TurnStream(output, number, this);
                    var last = job(number, mine);
                    mine.WriteAll();
                    last();
                    Pass();
                }
#pragma warning disable CA1031 // Thrown again by the thread that waits.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    Fail(e);
                }
            }
        }
    }

    /// <summary>Whether it is a job's turn.</summary>
    /// <param name="number">The job.</param>
    public bool Has(int number) => Volatile.Read(ref _turn) == number;

    /// <summary>Waits for a job's turn.</summary>
    /// <param name="number">The job.</param>
    /// <exception cref="OperationCanceledException">Another job failed: the turn will not come.</exception>
    public void Await(int number)
    {
        lock (_gate)
        {
            while (_turn != number)
            {
                if (_failure is not null)
                    throw new OperationCanceledException();
                Monitor.Wait(_gate);
            }
        }
    }

    private void Pass()
    {
        lock (_gate)
        {
            _turn++;
            Monitor.PulseAll(_gate);
        }
    }

    private void Fail(Exception e)
    {
        lock (_gate)
        {
            _failure ??= e;
            Monitor.PulseAll(_gate);
        }
    }
}
