namespace DetectionKit.Bundles;

/// <summary>How large a bundle may be.</summary>
/// <param name="ArchiveBytes">The package.</param>
/// <param name="Entries">Its entries.</param>
/// <param name="FileBytes">One file, unpacked.</param>
/// <param name="TotalBytes">All files, unpacked.</param>
public sealed record BundleLimits(int ArchiveBytes, int Entries, int FileBytes, int TotalBytes)
{
    /// <summary>Room for tens of thousands of detections.</summary>
    public static BundleLimits Default { get; } = new(256 << 20, 4096, 128 << 20, 512 << 20);
}
