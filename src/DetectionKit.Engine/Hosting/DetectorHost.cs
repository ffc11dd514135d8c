using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Engine.Hosting.Policy;

namespace DetectionKit.Engine.Hosting;

/// <summary>
/// An image of detectors, loaded: the one way in which one is. The image is read and judged as data before the runtime sees it, then
/// lives in a context of its own that goes away with this, once nobody holds its detectors any more.
/// </summary>
public sealed class DetectorHost : IDisposable
{
    private readonly ImageContext _context;

    private DetectorHost(ImageContext context, ImmutableArray<IDetector> detectors)
    {
        _context = context;
        Detectors = detectors;
    }

    /// <summary>One instance of every detector in the image, ordered by type name; none after <see cref="Dispose"/>.</summary>
    public ImmutableArray<IDetector> Detectors { get; private set; }

    /// <summary>Tells whether the image is in memory still: it may outlive <see cref="Dispose"/> until it is collected.</summary>
    public WeakReference Lifetime => new(_context, trackResurrection: true);

    /// <summary>Judges and loads an image.</summary>
    /// <param name="image">The assembly (PE).</param>
    /// <param name="symbols">Its portable PDB, or empty.</param>
    /// <returns>The host, or why there is none. Nothing is thrown for a bad image.</returns>
    public static HostResult Load(ReadOnlyMemory<byte> image, ReadOnlyMemory<byte> symbols = default)
    {
        var problems = ImagePolicy.Judge(image);
        if (!problems.IsEmpty)
            return new(null, problems);
        var context = new ImageContext();
        try
        {
            var detectors = Instantiate(context, image, symbols);
            problems = detectors.IsEmpty ? ["the image holds no detector"] : [.. detectors.Select(PipelineRules.Problem).OfType<string>()];
            if (problems.IsEmpty)
                return new(new DetectorHost(context, detectors), []);
            context.Unload();
            return new(null, problems);
        }
        catch (Exception e)
        {
            context.Unload();
            return new(null, [$"the image cannot be loaded: {(e is TargetInvocationException { InnerException: { } inner } ? inner : e).Message}"]);
        }
    }

    /// <summary>Has the runtime compile every method of the image now. Who swaps rules while packets come does this first, on another thread.</summary>
    /// <returns>Why it cannot be compiled; null: it is.</returns>
    public string? Warm()
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        try
        {
            foreach (var method in _context.Assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMethods(all)))
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            return null;
        }
        catch (Exception e)
        {
            return $"the image cannot be compiled: {e.Message}";
        }
    }

    /// <summary>Lets the image go. The runtime frees it when its last detector is unreachable.</summary>
    public void Dispose()
    {
        Detectors = [];
        _context.Unload();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ImmutableArray<IDetector> Instantiate(ImageContext context, ReadOnlyMemory<byte> image, ReadOnlyMemory<byte> symbols)
    {
        using var pe = new MemoryStream(image.ToArray(), writable: false);
        using var pdb = symbols.IsEmpty ? null : new MemoryStream(symbols.ToArray(), writable: false);
        return
        [
            .. context.LoadFromStream(pe, pdb).GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDetector)) && type.GetConstructor(Type.EmptyTypes) is not null)
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => (IDetector)Activator.CreateInstance(type)!),
        ];
    }
}

/// <summary>What came of loading an image.</summary>
/// <param name="Host">The loaded image, or null.</param>
/// <param name="Problems">Why there is none, a line each.</param>
public sealed record HostResult(DetectorHost? Host, ImmutableArray<string> Problems);
