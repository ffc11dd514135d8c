using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Logs;
using DetectionKit.Traffic;

namespace DetectionKit.Sensor.Inputs;

/// <summary>A log that grows and is rotated. It is read from its begin, then followed; windows go by the clock.</summary>
internal sealed class FollowInput(string path, string? sourceType, LiveRun run) : ISensorInput
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly LiveInput _input = run.OpenInput();
    private long _beats;

    public string Name => path;

    public TrafficCounters? Counters => null;

    /// <summary>Records that could not be read.</summary>
    public long Drops { get; private set; }

    public long Beats => Volatile.Read(ref _beats);

    public string? Problem { get; private set; }

    public void Run(CancellationToken ending)
    {
        Idle();
        while (!ending.IsCancellationRequested)
        {
            try
            {
                using var file = new GrowingFile(path, Idle, ending);
                var outcome = LogReader.Read(file, new LogHints(path, sourceType), _input, CancellationToken.None);
                Problem = outcome.Problem;
                Drops += outcome.Counts.Bad;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Problem = e.Message;
            }

            Idle();
            if (Problem is not null)
                ending.WaitHandle.WaitOne(Pause);
        }
    }

    public void Dispose()
    {
        // The file is closed where it is read.
    }

    private void Idle()
    {
        Interlocked.Increment(ref _beats);
        run.Advance(new Timestamp((DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100));
    }
}
