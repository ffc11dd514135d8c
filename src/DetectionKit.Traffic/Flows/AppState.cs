namespace DetectionKit.Traffic.Flows;

/// <summary>How sure a flow's <c>app</c> is.</summary>
public enum AppState : byte
{
    /// <summary>Nobody sent a byte of payload.</summary>
    NoData,

    /// <summary>Bytes were sent, and no protocol fits them.</summary>
    Unidentified,

    /// <summary>The bytes speak <c>app</c>.</summary>
    Identified,

    /// <summary>The two sides speak different protocols: <c>app</c> is the responder's, <c>app_conflict</c> the originator's.</summary>
    Conflict,
}
