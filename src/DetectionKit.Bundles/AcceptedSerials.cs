using System.Collections.Immutable;
using DetectionKit.Bundles.Format;

namespace DetectionKit.Bundles;

/// <summary>The serial of the last bundle of each id that was accepted, to be kept on disk: an older one is refused, so that nobody brings back a rule set that was replaced.</summary>
/// <param name="Serials">The serials, by package id.</param>
public sealed record AcceptedSerials(ImmutableSortedDictionary<string, long> Serials)
{
    /// <summary>Nothing was accepted yet.</summary>
    public static AcceptedSerials None { get; } = new(ImmutableSortedDictionary<string, long>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <returns>Null where they are something else: then nothing may be accepted until somebody looked.</returns>
    public static AcceptedSerials? Read(ReadOnlySpan<byte> json)
    {
        if (BundleJson.Read(json, BundleJson.Readable.AcceptedSerials) is not { Serials: { } serials })
            return null;
        var isOne = serials.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == serials.Count;
        return isOne ? new AcceptedSerials(serials.WithComparers(StringComparer.OrdinalIgnoreCase)) : null;
    }

    /// <summary>Why a bundle may not be accepted, or null.</summary>
    /// <param name="manifest">What the bundle says of itself.</param>
    public BundleProblem? Judge(BundleManifest manifest) => Serials.TryGetValue(manifest.Id, out var last) && manifest.Serial < last
        ? new(BundleProblemKind.OlderSerial, $"its serial is {manifest.Serial}; {last} was accepted before")
        : null;

    /// <summary>With this bundle accepted. No serial becomes lower by that.</summary>
    /// <param name="manifest">What the bundle says of itself.</param>
    public AcceptedSerials With(BundleManifest manifest) => new(Serials.SetItem(manifest.Id, Math.Max(manifest.Serial, Serials.GetValueOrDefault(manifest.Id, long.MinValue))));

    /// <summary>The form in which it is kept.</summary>
    public byte[] ToJson() => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(this, BundleJson.Readable.AcceptedSerials);
}
