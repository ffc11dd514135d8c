using System.Collections.Immutable;
using DetectionKit.Bundles.Signing;

namespace DetectionKit.Bundles;

/// <summary>Whose bundles are taken.</summary>
/// <param name="Keys">Public keys, any of which may have signed.</param>
/// <param name="AllowUnsigned">Whether a bundle that no trusted key signed is taken as well.</param>
/// <param name="At">The time at which keys are to be trusted: now, as the caller's clock has it.</param>
public sealed record BundleTrust(ImmutableArray<TrustedKey> Keys, bool AllowUnsigned, DateTimeOffset At)
{
    /// <summary>Takes any bundle that is whole.</summary>
    public static BundleTrust Anyone { get; } = new([], AllowUnsigned: true, default);
}
