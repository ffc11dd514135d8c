using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Engine.Running;

/// <summary>Something about a run that its reader must know beside the rows.</summary>
/// <param name="Detection">The detection that it is about.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Message">The thing, for people, in a line.</param>
public sealed record RunNotice(DetectorInfo Detection, RunNoticeKind Kind, string Message);

/// <summary>The kinds of notice.</summary>
public enum RunNoticeKind
{
    /// <summary>The detection threw an exception and gave no rows.</summary>
    Failed,

    /// <summary>A limit was reached: the rows may be too few.</summary>
    LimitReached,
}
