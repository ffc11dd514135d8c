namespace DetectionKit.Abstractions.Detectors;

/// <summary>When a flow's event is due to a detector.</summary>
public enum FeedPoint
{
    /// <summary>As soon as the flow is identified: only identity fields are read.</summary>
    Identified,

    /// <summary>At the flow's end or active timeout: totals are read.</summary>
    FlowEnd,
}
