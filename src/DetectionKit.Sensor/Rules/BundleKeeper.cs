using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Rules;

/// <summary>
/// Keeps the live run's rules at the bundle that counts. <see cref="Prepare"/> does all that takes time, and nothing that the capture waits for; <see cref="Install"/>
/// puts the outcome in place. Each may have a thread of its own. A bad bundle is refused, and the one that runs goes on.
/// </summary>
internal sealed class BundleKeeper(BundleSource source, LiveRun run, AlertMaker alerts, SensorLog log) : IDisposable
{
    private const int MostImages = 3;
    private readonly List<WeakReference> _images = [];
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

    /// <summary>Images in memory: the one that runs, and those before it that are not collected yet.</summary>
    public int Images
    {
        get
        {
            lock (_images)
            {
                _images.RemoveAll(image => !image.IsAlive);
                return _images.Count;
            }
        }
    }

    /// <summary>Reads the bundle if its file changed, or in any case; verifies, loads and warms it.</summary>
    /// <returns>What is to be installed; null: nothing changed, or what did is refused.</returns>
    public LoadedBundle? Prepare(bool always = false)
    {
        var stamp = Stamp();
        if (!always && string.Equals(stamp, _stamp, StringComparison.Ordinal))
            return null;
        _stamp = stamp;
        if (TryLoad() is { } loaded)
            return loaded;
        Refusals++;
        return null;
    }

    /// <summary>Begins with the bundle that counts.</summary>
    /// <returns>Whether there is one.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Begin()
    {
        if (Prepare(always: true) is not { } first)
            return false;
        Install(first);
        return true;
    }

    /// <summary>Puts a bundle in the place of the one that runs, between two batches of packets.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Install(LoadedBundle loaded)
    {
        // What the old bundle holds must not be on the stack while the new one runs, or its image would stay.
        var old = _loaded;
        alerts.Use(loaded.Manifest);
        run.Load(loaded.Rules);
        _loaded = loaded;
        old?.Dispose();
        if (old is not null)
            Swaps++;
        log.Say(FormattableString.Invariant($"{loaded.File}: {loaded.Manifest.Id} {loaded.Manifest.Version}, {loaded.Rules.Detectors.Length} detectors, {(loaded.SignedBy is { } key ? $"signed by {key}" : "not signed")}"));
    }

    /// <summary>Has images that are gone collected: the collector does not know how much memory compiled code takes.</summary>
    public void Collect()
    {
        if (Images > MostImages)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    public void Dispose() => _loaded?.Dispose();

    private LoadedBundle? TryLoad()
    {
        var read = source.Read(out var problems);
        Complain(problems);
        if (read is not var (bundle, file))
            return null;
        if (LoadedBundle.Load(bundle, file, out problems) is not { } loaded)
        {
            Complain([.. problems.Select(problem => $"{file}: {problem}")]);
            return null;
        }

        try
        {
            source.Accept(loaded.Manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complain([e.Message]);
            loaded.Dispose();
            return null;
        }

        lock (_images)
            _images.Add(loaded.Image);
        return loaded;
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
