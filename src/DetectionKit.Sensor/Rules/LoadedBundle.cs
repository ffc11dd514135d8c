using System.Collections.Immutable;
using DetectionKit.Bundles;
using DetectionKit.Engine.Hosting;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Lookups;

namespace DetectionKit.Sensor.Rules;

/// <summary>A bundle whose image is loaded.</summary>
internal sealed class LoadedBundle : IDisposable
{
    private readonly DetectorHost _host;

    private LoadedBundle(Bundle bundle, DetectorHost host, string file)
    {
        _host = host;
        File = file;
        Manifest = bundle.Manifest;
        SignedBy = bundle.SignedBy;
        Meters = [.. host.Detectors.Select(detector => new DetectorMeter(detector.Info))];
        Rules = new(
            [.. host.Detectors.Zip(Meters, MeteredDetector.Of).OrderBy(detector => detector.Info.Name, StringComparer.Ordinal).ThenBy(detector => detector.Info.Id, StringComparer.Ordinal)],
            new LookupStore(bundle.Lookups),
            RuleMarks.Of(bundle));
    }

    /// <summary>Where it came from.</summary>
    public string File { get; }

    public BundleManifest Manifest { get; }

    /// <summary>The key that signed it; null: none that is trusted.</summary>
    public string? SignedBy { get; }

    /// <summary>What the live run runs.</summary>
    public LiveRules Rules { get; }

    /// <summary>What each detector costs.</summary>
    public ImmutableArray<DetectorMeter> Meters { get; }

    /// <summary>Whether the image is still in memory.</summary>
    public WeakReference Image => _host.Lifetime;

    /// <summary>Loads a verified bundle, compiles every method of its image, and tries a run of it, so that the first event waits for nothing; null where the image is refused.</summary>
    public static LoadedBundle? Load(Bundle bundle, string file, out ImmutableArray<string> problems)
    {
        var result = DetectorHost.Load(bundle.Image, bundle.Symbols);
        problems = result.Problems;
        if (result.Host is not { } host)
            return null;
        var loaded = new LoadedBundle(bundle, host, file);
        if ((host.Warm() ?? loaded.Rules.Problem()) is not { } problem)
            return loaded;
        loaded.Dispose();
        problems = [problem];
        return null;
    }

    /// <summary>Lets the image go.</summary>
    public void Dispose() => _host.Dispose();
}
