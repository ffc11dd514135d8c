using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.Cloud;

/// <summary>What the add-on for AWS works out of a CloudTrail record (its fields are the CloudTrail user guide's, "Record contents").</summary>
internal static class CloudTrailLines
{
    private static readonly (string[] Verbs, string Action)[] Actions =
    [
        (["Create", "Run", "Add", "Allocate", "Register", "Import", "Upload", "Request", "Copy"], "created"),
        (["Delete", "Terminate", "Remove", "Release", "Deregister", "Revoke"], "deleted"),
        (["Update", "Modify", "Put", "Set", "Attach", "Detach", "Associate", "Disassociate", "Change", "Replace", "Enable", "Disable", "Deactivate", "Authorize", "Tag", "Untag"], "modified"),
        (["Get", "List", "Describe", "Head", "Lookup", "Search", "View"], "read"),
        (["Start", "Reboot"], "started"),
        (["Stop"], "stopped"),
    ];

    public static ImmutableArray<FieldMap> All { get; } =
    [
        Of("userName", "userIdentity.userName", "userIdentity.sessionContext.sessionIssuer.userName"),
        Of("user_name", "userIdentity.userName", "userIdentity.sessionContext.sessionIssuer.userName"),
        Of("user_group_id", "userIdentity.accountId"),
        Of("start_time", "eventTime"),
        Constant("vendor", "AWS"),
        Constant("product", "CloudTrail"),
        new("status", ["errorCode", "responseElements.ConsoleLogin"], Status),
        new("action", ["eventName", "responseElements.ConsoleLogin"], Action),
    ];

    // Who logs on to the console fails without an error code.
    private static Value Status(LogRecord record)
    {
        var isGood = record.TextOf("responseElements.ConsoleLogin") is { } logon
            ? string.Equals(logon, "Success", StringComparison.OrdinalIgnoreCase)
            : record.TextOf("errorCode") is null or "success";
        return Value.Of(isGood ? "success" : "failure");
    }

    private static Value Action(LogRecord record)
    {
        if (record.TextOf("eventName") is not { } name)
            return default;
        if (name is "ConsoleLogin" or "AssumeRole" or "AssumeRoleWithSAML" or "AssumeRoleWithWebIdentity" or "GetSessionToken" or "CheckMfa")
            return Status(record);
        var action = Actions.FirstOrDefault(pair => pair.Verbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal))).Action;
        return Value.Of(action);
    }
}
