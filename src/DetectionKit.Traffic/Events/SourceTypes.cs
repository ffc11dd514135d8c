namespace DetectionKit.Traffic.Events;

/// <summary>The source types of what captures give.</summary>
public static class SourceTypes
{
    /// <summary>A flow: as an event of Network_Traffic, and raw with every fact.</summary>
    public const string Flow = "detectionkit:flow";

    /// <summary>Something odd about a flow, or about the capture.</summary>
    public const string Weird = "detectionkit:weird";
}
