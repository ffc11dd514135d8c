using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Bundles;

/// <summary>A bundle that was read and found in order. Its image was not loaded.</summary>
public sealed record Bundle
{
    /// <summary>What the manifest says.</summary>
    public required BundleManifest Manifest { get; init; }

    /// <summary>The assembly (PE), for the host.</summary>
    public required ReadOnlyMemory<byte> Image { get; init; }

    /// <summary>Its portable PDB.</summary>
    public required ReadOnlyMemory<byte> Symbols { get; init; }

    /// <summary>The bound plans, as JSON.</summary>
    public required ReadOnlyMemory<byte> Plans { get; init; }

    /// <summary>The lookups.</summary>
    public required ImmutableArray<LookupTable> Lookups { get; init; }

    /// <summary>Where it says that it came from, or null. Not covered by the signature.</summary>
    public BundleProvenance? Provenance { get; init; }

    /// <summary>SHA-256 of the trusted public key (SPKI) that signed it, in hexadecimal; null: no trusted key did.</summary>
    public string? SignedBy { get; init; }
}
