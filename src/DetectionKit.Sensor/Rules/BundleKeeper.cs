using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Rules;

/// <summary>Keeps the live run's rules at the bundle that counts: loads it, watches it, swaps it. A bad bundle is refused, and the one that runs goes on.</summary>
internal sealed class BundleKeeper(BundleSource source, LiveRun run, AlertMaker alerts, SensorLog log) : IDisposable
{
    private string _stamp = "";
    private LoadedBundle? _loaded;

    /// <summary>The bundle that runs: id and version; null: none does yet.</summary>
    public string? Running => _loaded is { } loaded ? $"{loaded.Manifest.Id} {loaded.Manifest.Version}" : null;

    /// <summary>Its serial.</summary>
    public long Serial => _loaded?.Manifest.Serial ?? 0;

    /// <summary>How many detectors run.</summary>
    public int Detectors => _loaded?.Rules.Detectors.Length ?? 0;

    /// <summary>What each detector costs, since its bundle was loaded.</summary>
    public ImmutableArray<DetectorMeter> Meters => _loaded?.Meters ?? [];

    /// <summary>Bundles that were loaded in place of another.</summary>
    public long Swaps { get; private set; }

    /// <summary>Bundles that were refused.</summary>
    public long Refusals { get; private set; }

    /// <summary>Loads the bundle if its file changed, or in any case.</summary>
    /// <returns>Whether rules run.</returns>
    public bool Look(bool always = false)
    {
        var stamp = Stamp();
        if (!always && string.Equals(stamp, _stamp, StringComparison.Ordinal))
            return _loaded is not null;
        _stamp = stamp;
        if (!TryLoad())
            Refusals++;
        return _loaded is not null;
    }

    public void Dispose() => _loaded?.Dispose();

    // What the old bundle holds must not be on the stack when the new one runs, or its image would stay.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryLoad()
    {
        var read = source.Read(out var problems);
        Complain(problems);
        if (read is not var (bundle, file))
            return false;
        if (LoadedBundle.Load(bundle, file, out problems) is not { } loaded)
        {
            Complain([.. problems.Select(problem => $"{file}: {problem}")]);
            return false;
        }

        try
        {
            source.Accept(loaded.Manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complain([e.Message]);
            loaded.Dispose();
            return false;
        }

        var old = _loaded;
        alerts.Use(loaded.Manifest);
        run.Load(loaded.Rules);
        _loaded = loaded;
        old?.Dispose();
        if (old is not null)
            Swaps++;
        log.Say(FormattableString.Invariant($"{file}: {loaded.Manifest.Id} {loaded.Manifest.Version}, {loaded.Rules.Detectors.Length} detectors, {(loaded.SignedBy is { } key ? $"signed by {key}" : "not signed")}"));
        return true;
    }

    private void Complain(ImmutableArray<string> problems)
    {
        foreach (var problem in problems)
            log.Fail($"refused: {problem}");
    }

    private string Stamp()
    {
        try
        {
            return source.Stamp();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
