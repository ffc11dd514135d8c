using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.Cloud;

/// <summary>What the add-on for AWS works out of a CloudTrail record (its fields are the CloudTrail user guide's, "Record contents").</summary>
internal static class CloudTrailLines
{
    private static readonly Verbs Actions = new(
        StringComparison.Ordinal,
        ("created", ["Create", "Run", "Add", "Allocate", "Register", "Import", "Upload", "Request", "Copy"]),
        ("deleted", ["Delete", "Terminate", "Remove", "Release", "Deregister", "Revoke"]),
        ("modified", ["Update", "Modify", "Put", "Set", "Attach", "Detach", "Associate", "Disassociate", "Change", "Replace", "Enable", "Disable", "Deactivate", "Authorize", "Tag", "Untag"]),
        ("read", ["Get", "List", "Describe", "Head", "Lookup", "Search", "View"]),
        ("started", ["Start", "Reboot"]),
        ("stopped", ["Stop"]));

    // What a call is about, by a word in its name; the first that fits.
    private static readonly (string Word, string Category)[] Categories =
    [
        ("SecurityGroup", "security_group"), ("NetworkAcl", "firewall"), ("IPSet", "firewall"), ("WebACL", "firewall"), ("RuleGroup", "firewall"), ("Bucket", "bucket"), ("Object", "object"), ("Snapshot", "snapshot"),
        ("Image", "image"), ("Volume", "volume"), ("DBInstance", "database"), ("Instance", "instance"), ("LoginProfile", "user"), ("AccessKey", "user"), ("MFADevice", "user"), ("PasswordPolicy", "policy"), ("User", "user"),
        ("Role", "role"), ("Policy", "policy"), ("LogGroup", "log"), ("LogStream", "log"), ("Group", "group"), ("Logging", "trail"), ("Trail", "trail"), ("Detector", "detector"), ("Alarm", "alarm"), ("SAMLProvider", "provider"),
        ("Function", "function"), ("Task", "task"), ("Key", "key"),
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
        new("change_type", ["eventSource", "eventName"], ChangeType),
        Of("object_category", Category, "eventName"),
        Of("object_id", "requestParameters.instancesSet.items{}.instanceId", "responseElements.instancesSet.items{}.instanceId", "requestParameters.groupId", "responseElements.groupId", "requestParameters.networkAclId",
            "requestParameters.bucketName", "requestParameters.snapshotId", "requestParameters.imageId", "requestParameters.policyArn", "requestParameters.keyId", "responseElements.user.userId", "requestParameters.detectorId"),
        Of("object", "requestParameters.userName", "requestParameters.groupName", "requestParameters.roleName", "requestParameters.policyName", "requestParameters.bucketName", "requestParameters.name",
            "responseElements.instancesSet.items{}.instanceId", "requestParameters.instancesSet.items{}.instanceId", "requestParameters.groupId", "requestParameters.networkAclId", "requestParameters.snapshotId"),
        Of("object_attrs", "requestParameters.attributeType", "requestParameters.instanceType"),
        Of("image_id", Ends.First, "responseElements.instancesSet.items{}.imageId", "requestParameters.instancesSet.items{}.imageId", "requestParameters.imageId"),
        Of("instance_type", "requestParameters.instanceType", "responseElements.instancesSet.items{}.instanceType"),
        Of("direction", value => Value.Of(value.ToText() is "true" ? "outbound" : "inbound"), "requestParameters.egress"),
        Of("rule_action", "requestParameters.ruleAction"),
        Of("src_ip_range", "requestParameters.cidrBlock", "requestParameters.ipPermissions.items{}.ipRanges.items{}.cidrIp"),
        Of("dest_port_range", "requestParameters.ipPermissions.items{}.toPort", "requestParameters.portRange.to"),
        Of("protocol", "requestParameters.aclProtocol", "requestParameters.ipPermissions.items{}.ipProtocol"),
        Of("reason", "errorMessage"),
        Of("result", "errorMessage", "errorCode"),
        new("authentication_method", ["additionalEventData.MFAUsed"], record => record.TextOf("additionalEventData.MFAUsed") is { } used ? Value.Of(used is "Yes" ? "MFA" : "password") : default),
    ];

    /// <summary>The tables into data models.</summary>
    public static ImmutableArray<ModelMap> Maps { get; } =
    [
        CloudMaps.Logons(IsLogon),
        CloudMaps.Changes(
            IsLogon, Of("image_id", "image_id"), Of("instance_type", "instance_type"), Of("direction", "direction"), Of("rule_action", "rule_action"), Of("src_ip_range", "src_ip_range"),
            Of("dest_port_range", "dest_port_range"), Of("protocol", "protocol")),
    ];

    // AssumeRole and its like give a session to whoever may have it.
    private static bool IsLogon(LogRecord record) =>
        record["eventName"].ToText() is "ConsoleLogin" or "AssumeRole" or "AssumeRoleWithSAML" or "AssumeRoleWithWebIdentity" or "GetSessionToken" or "GetFederationToken" or "CheckMfa";

    // Who logs on to the console fails without an error code.
    private static Value Status(LogRecord record)
    {
        var isGood = record.TextOf("responseElements.ConsoleLogin") is { } logon
            ? string.Equals(logon, "Success", StringComparison.OrdinalIgnoreCase)
            : record.TextOf("errorCode") is null or "success";
        return Value.Of(isGood ? "success" : "failure");
    }

    private static Value Action(LogRecord record) =>
        record.TextOf("eventName") is not { } name ? default : IsLogon(record) ? Status(record) : Actions.ActionOf(name);

    private static Value Category(Value name)
    {
        var text = name.ToText();
        return Value.Of(Categories.FirstOrDefault(pair => text.Contains(pair.Word, StringComparison.Ordinal)).Category);
    }

    private static Value ChangeType(LogRecord record) => record["eventSource"].ToText() switch
    {
        "iam.amazonaws.com" or "sts.amazonaws.com" or "signin.amazonaws.com" => Value.Of("AAA"),
        "ec2.amazonaws.com" => Value.Of("EC2"),
        var service when service.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot => Value.Of(service[..dot]),
        _ => default,
    };
}
