using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Inputs.Following;

/// <summary>
/// Has logs go on where an earlier process was. Windows that were not closed then are made again from what it had read of the logs: that which is open now, and those that are over, which
/// are closed behind that.
/// </summary>
internal static class LogReplay
{
    /// <summary>Has logs go on. Before anything is noted of this process.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="known">How far they were read.</param>
    /// <param name="current">The window that is open now.</param>
    /// <param name="log">Is told.</param>
    /// <returns>The same; a window that is opened once more is not closed.</returns>
    public static LogPositions Resume(ImmutableArray<FollowInput> logs, LogPositions known, Timestamp current, SensorLog log)
    {
        foreach (var input in logs)
        {
            if (known.Of(input.Name) is not { } position)
                continue;
            log.Say(string.Create(CultureInfo.InvariantCulture, $"{input.Name}: goes on at byte {position.Read.Offset}"));
            input.Resume(position);
        }

        return known with { Closed = known.Closed >= current.Nanoseconds ? null : known.Closed, Cut = known.Cut == current.Nanoseconds ? null : known.Cut };
    }

    /// <summary>Makes windows again that are over. Before any other input is read.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="known">How far they were read.</param>
    /// <param name="run">The run.</param>
    /// <param name="current">The window that is open now.</param>
    /// <param name="log">Is told.</param>
    /// <param name="ending">Ends it early.</param>
    /// <returns>False: it was ended early, and what is open is not whole. Nothing may be closed then; the next start makes it again.</returns>
    public static bool Run(ImmutableArray<FollowInput> logs, LogPositions known, LiveRun run, Timestamp current, SensorLog log, CancellationToken ending)
    {
        var open = logs.SelectMany(input => known.Of(input.Name)?.Windows ?? []).Select(window => window.Window).Distinct().Order()
            .Where(window => window == current.Nanoseconds || (window < current.Nanoseconds && window > 0 && window != known.Cut && run.WindowOf(new(window)).Nanoseconds == window)).ToList();
        foreach (var window in open)
        {
            run.Advance(new(window));
            foreach (var input in logs)
                Replay(input, known.Of(input.Name), window, ending);
            if (ending.IsCancellationRequested)
                return false;
        }

        if (open.Count > 0)
            log.Say(string.Create(CultureInfo.InvariantCulture, $"state: {open.Count} windows were open when the sensor ended: made again from what is followed"));
        return true;
    }

    private static void Replay(FollowInput input, LogPosition? position, long window, CancellationToken ending)
    {
        for (var i = 0; i < position?.Windows.Length; i++)
        {
            if (position.Windows[i].Window == window)
                input.Replay(position.Windows[i].Mark, i + 1 < position.Windows.Length ? position.Windows[i + 1].Mark : position.Read, ending);
        }
    }
}
