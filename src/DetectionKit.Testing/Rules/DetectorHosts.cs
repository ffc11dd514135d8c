using System.Collections.Frozen;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Compiler.Emit;
using DetectionKit.Engine.Hosting;

namespace DetectionKit.Testing.Rules;

/// <summary>Loads images of detectors, each once, and hands out the detectors in them. Safe for several threads.</summary>
public sealed class DetectorHosts : IDisposable
{
    private readonly Dictionary<DetectorImage, Loaded> _hosts = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _lock = new();

    /// <summary>One detector of an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="className">The full name of the detector's class.</param>
    /// <exception cref="InvalidOperationException">What was just compiled is refused: a bug.</exception>
    public IDetector Find(DetectorImage image, string className)
    {
        lock (_lock)
        {
            if (!_hosts.TryGetValue(image, out var host))
                _hosts.Add(image, host = Load(image));
            return host.ByClass.GetValueOrDefault(className) ?? throw new InvalidOperationException($"The image has no class {className}.");
        }
    }

    /// <summary>Lets go of images that are no longer in use.</summary>
    /// <param name="used">The images that still are.</param>
    public void Keep(IReadOnlySet<DetectorImage> used)
    {
        lock (_lock)
        {
            foreach (var image in _hosts.Keys.Where(image => !used.Contains(image)).ToList())
            {
                _hosts[image].Host.Dispose();
                _hosts.Remove(image);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var loaded in _hosts.Values)
                loaded.Host.Dispose();
            _hosts.Clear();
        }
    }

    private static Loaded Load(DetectorImage image)
    {
        var result = DetectorHost.Load(image.Assembly.AsMemory(), image.Symbols.AsMemory());
        var host = result.Host ?? throw new InvalidOperationException($"An image that was just compiled is refused: {string.Join("; ", result.Problems)}");
        return new(host, host.Detectors.ToFrozenDictionary(detector => detector.GetType().FullName!, StringComparer.Ordinal));
    }

    private sealed record Loaded(DetectorHost Host, FrozenDictionary<string, IDetector> ByClass);
}
