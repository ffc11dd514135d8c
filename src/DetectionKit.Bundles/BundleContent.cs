using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Bundles;

/// <summary>What goes into a bundle.</summary>
public sealed record BundleContent
{
    /// <summary>The package's id: letters, digits, <c>. _ -</c>, at most 100.</summary>
    public required string Id { get; init; }

    /// <summary>The package's version (SemVer 2); null: one that names the content, <c>0.0.0-c</c> and 20 hexadecimal digits.</summary>
    public string? Version { get; init; }

    /// <summary>Counts releases, so that a sensor can refuse to go back.</summary>
    public long Serial { get; init; }

    /// <summary>The assembly (PE).</summary>
    public required ReadOnlyMemory<byte> Image { get; init; }

    /// <summary>Its portable PDB.</summary>
    public required ReadOnlyMemory<byte> Symbols { get; init; }

    /// <summary>The bound plans, as JSON.</summary>
    public required ReadOnlyMemory<byte> Plans { get; init; }

    /// <summary>The detections; written in order of their ids.</summary>
    public ImmutableArray<BundleDetection> Detections { get; init; } = [];

    /// <summary>The lookups that the detections use.</summary>
    public ImmutableArray<LookupTable> Lookups { get; init; } = [];

    /// <summary>The SDK that compiled the image.</summary>
    public string Sdk { get; init; } = "";

    /// <summary>The runtime that it was compiled against.</summary>
    public string Runtime { get; init; } = "";

    /// <summary>Where the sources came from; null: not said. Outside the reproducible part.</summary>
    public BundleProvenance? Provenance { get; init; }
}

/// <summary>Where a bundle's sources came from. Nobody vouches for it.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Dirty">Whether there were changes beside it.</param>
public sealed record BundleProvenance(string Commit, bool Dirty);
