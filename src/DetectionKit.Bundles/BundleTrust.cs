using System.Collections.Immutable;
using System.Security.Cryptography;

namespace DetectionKit.Bundles;

/// <summary>Whose bundles are taken.</summary>
/// <param name="Keys">Public keys, any of which may have signed.</param>
/// <param name="AllowUnsigned">Whether a bundle that no trusted key signed is taken as well.</param>
public sealed record BundleTrust(ImmutableArray<ECDsa> Keys, bool AllowUnsigned)
{
    /// <summary>Takes any bundle that is whole.</summary>
    public static BundleTrust Anyone { get; } = new([], AllowUnsigned: true);
}
