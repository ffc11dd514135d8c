using DetectionKit.Cli.Terminals;
using DetectionKit.Testing.Sessions;
using Spectre.Console;

namespace DetectionKit.Cli.Output;

/// <summary>A progress bar on standard error while something long is done, where a person watches. Elsewhere the console library is not even loaded.</summary>
internal static class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>Does the work, with a bar once it takes longer than a moment.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="terminal">The terminal.</param>
    /// <param name="what">What is counted.</param>
    /// <param name="work">The work.</param>
    public static T During<T>(Terminal terminal, string what, Func<ISessionProgress?, T> work)
    {
        if (!terminal.ShowsProgress)
            return work(null);
        var count = new Count();
        var task = Task.Run(() => work(count));
        if (((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience))
            return task.GetAwaiter().GetResult();
        Draw(task, count, what, terminal.ErrorColor);
        return task.GetAwaiter().GetResult();
    }

    private static void Draw(Task task, Count count, string what, bool color)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            ColorSystem = color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Progress().AutoClear(true).HideCompleted(true).Start(context =>
        {
            var bar = context.AddTask(what);
            while (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(TimeSpan.FromMilliseconds(100)))
            {
                bar.MaxValue = Math.Max(1, count.All);
                bar.Value = count.Done;
            }
        });
    }

    private sealed class Count : ISessionProgress
    {
        private int _done;

        public int All { get; private set; }

        public int Done => Volatile.Read(ref _done);

        public void Begin(int datasets) => All = datasets;

        public void Report(string value) => Interlocked.Increment(ref _done);
    }
}
