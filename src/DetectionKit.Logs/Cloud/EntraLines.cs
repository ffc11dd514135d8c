using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.Cloud;

/// <summary>What the add-on for Microsoft Cloud Services works out of sign-in and audit records of Entra ID (Microsoft Graph: signIn, directoryAudit).</summary>
internal static class EntraLines
{
    private static readonly Verbs Actions = new(
        StringComparison.OrdinalIgnoreCase,
        ("created", ["Add", "Create", "Invite", "Register", "User registered"]),
        ("deleted", ["Delete", "Remove", "Hard delete", "Unregister"]),
        ("modified", ["Update", "Set", "Change", "Reset", "Enable", "Disable", "Consent", "Restore", "Bulk", "Revoke", "Grant", "User changed", "Self-service password reset"]));

    public static ImmutableArray<FieldMap> All { get; } =
    [
        Constant("vendor_product", "Microsoft Entra ID"),
        Of("user_id", "properties.userId", "properties.initiatedBy.user.id"),
        Of("src_user", "properties.initiatedBy.user.userPrincipalName", "properties.userPrincipalName"),
        Of("src_user_id", "properties.initiatedBy.user.id", "properties.userId"),
        Of("app", "properties.appDisplayName", "properties.loggedByService"),
        Of("dvc", "resourceId"),
        Of("result_id", "resultType"),
        Of("reason", "resultDescription", "properties.resultReason", "properties.status.failureReason"),
        Of("signature_id", "resultType"),
        Of("authentication_method", "properties.authenticationDetails{}.authenticationMethod"),
        Of("authentication_service", "properties.resourceDisplayName"),
        new("status", ["resultType", "properties.result"], Status),
        new("action", ["operationName", "category"], record => IsLogon(record) ? Status(record) : Actions.ActionOf(record["operationName"].ToText())),
        new("change_type", ["category"], record => IsLogon(record) ? default : Value.Of("AAA")),
        Of("object", "properties.targetResources{}.userPrincipalName", "properties.targetResources{}.displayName"),
        Of("object_id", "properties.targetResources{}.id"),
        Of("object_attrs", "properties.targetResources{}.modifiedProperties{}.displayName"),
        Of("object_category", Category, "properties.targetResources{}.type"),
    ];

    /// <summary>The tables into data models.</summary>
    public static ImmutableArray<ModelMap> Maps { get; } = [CloudMaps.Logons(IsLogon), CloudMaps.Changes(IsLogon)];

    // SignInLogs, NonInteractiveUserSignInLogs, ServicePrincipalSignInLogs, ManagedIdentitySignInLogs
    private static bool IsLogon(LogRecord record) => record["category"].ToText().EndsWith("SignInLogs", StringComparison.Ordinal);

    // A sign-in says an error's number, 0 for none; an audit record a word.
    private static Value Status(LogRecord record)
    {
        if (IsLogon(record))
            return Value.Of(record.TextOf("resultType") is "0" ? "success" : "failure");
        return record.TextOf("properties.result") is { } result ? Value.Of(string.Equals(result, "success", StringComparison.OrdinalIgnoreCase) ? "success" : "failure") : default;
    }

    private static Value Category(Value types) => types.Items[0].ToText() switch
    {
        "ServicePrincipal" => Value.Of("service_principal"),
        var type => Value.Of(type.ToLowerInvariant()),
    };
}
