namespace DetectionKit.Abstractions.Detectors;

/// <summary>The version of this contract. An image that was compiled against another one is not loaded.</summary>
public static class ContractVersion
{
    /// <summary>Raised by every change that an image compiled before could notice.</summary>
    public const int Current = 1;
}
