using System.Collections.Immutable;

namespace DetectionKit.Logs.Cloud;

/// <summary>Audit logs of cloud services, all JSON, under the add-ons' names; calls and logons as events of Change and Authentication.</summary>
public sealed class CloudSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "cloud";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds { get; } =
    [
        new CloudRecord(["aws:cloudtrail", "aws:cloudtrail:lake"], "eventTime", "eventSource", "eventName", "awsRegion")
        {
            Defaults = [new("errorCode", "success"), new("vendor_product", "AWS CloudTrail")],
            Lines = CloudTrailLines.All,
            Maps = CloudTrailLines.Maps,
            Names =
            [
                new("src", "sourceIPAddress"), new("src_ip", "sourceIPAddress"), new("user_agent", "userAgent"), new("user", "userIdentity.userName"), new("user", "userIdentity.sessionContext.sessionIssuer.userName"),
                new("user", "userIdentity.principalId"), new("user_arn", "userIdentity.arn"), new("user_type", "userIdentity.type"), new("user_name", "userIdentity.userName"), new("user_id", "userIdentity.principalId"), new("user_access_key", "userIdentity.accessKeyId"), new("aws_account_id", "recipientAccountId"),
                new("vendor_account", "recipientAccountId"), new("vendor_region", "awsRegion"), new("region", "awsRegion"), new("command", "eventName"), new("signature", "eventName"), new("dest", "eventSource"), new("app", "eventType"),
                new("msg", "errorMessage"), new("result_id", "errorCode"), new("dvc", "eventSource"),
            ],
        },
        new CloudRecord(["o365:management:activity"], "CreationTime", "Operation", "Workload", "RecordType")
        {
            Unfold = Office365Lines.Unfold,
            Lines = Office365Lines.All,
            Maps = Office365Lines.Maps,
            Names = [new("user", "UserId"), new("src", "ClientIP"), new("src_ip", "ClientIP"), new("command", "Operation"), new("signature", "Operation"), new("dest", "Workload"), new("app", "Workload"), new("user_id", "UserId"), new("dvc", "Workload"), new("user_agent", "UserAgent"), new("vendor_account", "OrganizationId")],
        },
        new CloudRecord(["azure:monitor:aad"], "time", "operationName", "category", "tenantId")
        {
            Lines = EntraLines.All,
            Maps = EntraLines.Maps,
            Names = [new("src", "callerIpAddress"), new("src_ip", "callerIpAddress"), new("src", "properties.initiatedBy.user.ipAddress"), new("user", "properties.initiatedBy.user.userPrincipalName"), new("user", "properties.userPrincipalName"), new("user", "identity"), new("command", "operationName"), new("signature", "operationName"), new("tenant_id", "tenantId"), new("user_agent", "properties.userAgent"), new("dest", "properties.appDisplayName"), new("result", "properties.result"), new("vendor_account", "tenantId")],
        },
        new CloudRecord(["mscs:azure:audit"], "eventTimestamp", "operationName.localizedValue", "resourceId", "subscriptionId")
        {
            Lines = AzureActivityLines.All,
            Maps = AzureActivityLines.Maps,
            Names = [new("user", "caller"), new("command", "operationName.localizedValue"), new("object_id", "resourceId"), new("vendor_account", "subscriptionId"), new("src", "httpRequest.clientIpAddress")],
        },
        new CloudRecord(["OktaIM2:log"], "published", "eventType", "actor.alternateId", "uuid")
        {
            Types = [new("okta_log")],
            Lines = OktaLines.All,
            Maps = OktaLines.Maps,
            Names = [new("user", "actor.alternateId"), new("src_user", "actor.alternateId"), new("src", "client.ipAddress"), new("src_ip", "client.ipAddress"), new("command", "eventType"), new("signature", "eventType"), new("http_user_agent", "client.userAgent.rawUserAgent"), new("user_agent", "client.userAgent.rawUserAgent"), new("result", "outcome.result"), new("reason", "outcome.reason"), new("message", "displayMessage")],
        },
    ];
}
