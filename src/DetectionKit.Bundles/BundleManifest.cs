using System.Collections.Immutable;

namespace DetectionKit.Bundles;

/// <summary>A bundle's manifest: what is in it, with the hash of every file that the signature vouches for.</summary>
public sealed record BundleManifest
{
    /// <summary>The form of the manifest that this code writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The form of this manifest.</summary>
    public required int Format { get; init; }

    /// <summary>The version of the contract that the image was compiled against.</summary>
    public required int Abi { get; init; }

    /// <summary>The package's id.</summary>
    public required string Id { get; init; }

    /// <summary>The package's version.</summary>
    public required string Version { get; init; }

    /// <summary>Counts releases.</summary>
    public required long Serial { get; init; }

    /// <summary>The SDK that compiled the image.</summary>
    public required string Sdk { get; init; }

    /// <summary>The runtime that it was compiled against.</summary>
    public required string Runtime { get; init; }

    /// <summary>The detections, in order of their ids.</summary>
    public required ImmutableArray<BundleDetection> Detections { get; init; }

    /// <summary>SHA-256 of every file but the manifest, its signature and the provenance, in hexadecimal, by path.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }
}
