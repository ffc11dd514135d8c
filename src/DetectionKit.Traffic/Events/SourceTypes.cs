namespace DetectionKit.Traffic.Events;

/// <summary>The source types of what captures give.</summary>
public static class SourceTypes
{
    /// <summary>A flow: as an event of Network_Traffic, and raw with every fact.</summary>
    public const string Flow = "detectionkit:flow";

    /// <summary>A DNS query with its answer.</summary>
    public const string Dns = "detectionkit:dns";

    /// <summary>An HTTP request with its response.</summary>
    public const string Http = "detectionkit:http";

    /// <summary>A DHCP exchange.</summary>
    public const string Dhcp = "detectionkit:dhcp";

    /// <summary>Something odd about a flow, or about the capture.</summary>
    public const string Weird = "detectionkit:weird";
}
