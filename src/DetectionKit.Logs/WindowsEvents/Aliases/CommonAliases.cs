using System.Collections.Immutable;
using DetectionKit.Logs.Mapping;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>The names that every event of the Windows event log has.</summary>
internal static class CommonAliases
{
    public static ImmutableArray<FieldMap> Lines { get; } =
    [
        Of("EventID", "EventCode"),
        Of("EventCode", "EventID"),
        Of("Name", "Provider_Name"),
        Of("signature_id", "EventID"),
        Of("RecordNumber", "EventRecordID"),
        Of("id", "EventRecordID"),
        Of("event_id", "EventRecordID"),
        Of("dvc", "Computer"),
        Of("dvc_nt_host", "Computer"),
        Of("user_id", "UserID"),
    ];
}
