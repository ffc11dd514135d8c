using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.Cloud;

/// <summary>What the add-on for Okta Identity Cloud works out of an event of the System Log (its fields and event types are Okta's System Log API).</summary>
internal static class OktaLines
{
    public static ImmutableArray<FieldMap> All { get; } =
    [
        Constant("vendor_product", "Okta Identity Cloud"),
        Of("dest", "target{}.displayName"),
        Of("app", AppName, "target{}.displayName"),
        Of("user_id", "actor.id"),
        Of("user_type", "actor.type"),
        Of("src_user_type", "actor.type"),
        Of("authentication_method", "authenticationContext.credentialType", "debugContext.debugData.factor"),
        Of("authentication_service", "authenticationContext.authenticationProvider"),
        new("status", ["outcome.result"], Status),
        new("action", ["eventType", "outcome.result"], record => IsLogon(record) ? Status(record) : Action(record)),
        new("change_type", ["eventType"], record => IsLogon(record) ? default : Value.Of("AAA")),
        Of("object", "target{}.displayName"),
        Of("object_id", "target{}.id"),
        Of("object_category", Category, "eventType"),
    ];

    /// <summary>The tables into data models.</summary>
    public static ImmutableArray<ModelMap> Maps { get; } = [CloudMaps.Logons(IsLogon), CloudMaps.Changes(IsLogon)];

    private static bool IsLogon(LogRecord record)
    {
        var type = record["eventType"].ToText();
        return type.StartsWith("user.authentication.", StringComparison.Ordinal) || type is "user.session.start" or "user.mfa.okta_verify.deny_push" or "app.generic.unauth_app_access_attempt" or "policy.evaluate_sign_on";
    }

    private static Value Status(LogRecord record) => record["outcome.result"].ToText() switch
    {
        "SUCCESS" or "ALLOW" => Value.Of("success"),
        "FAILURE" or "DENY" => Value.Of("failure"),
        "" => default,
        var other => Value.Of(other.ToLowerInvariant()),
    };

    // user.account.lock, system.api_token.create: what is done stands last.
    private static Value Action(LogRecord record)
    {
        var type = record["eventType"].ToText();
        var verb = type[(type.LastIndexOf('.') + 1)..];
        return Value.Of(verb switch
        {
            "lock" or "locked" => "lockout",
            "create" or "add" or "enroll" => "created",
            "delete" or "remove" or "revoke" => "deleted",
            "update" or "reset" or "grant" or "activate" or "deactivate" or "suspend" or "unsuspend" or "unlock" or "reset_all" or "update_password" or "reset_password" or "add_device" => "modified",
            _ => null,
        });
    }

    private static Value AppName(Value names) => names.Items[0];

    private static Value Category(Value type)
    {
        var text = type.ToText();
        return Value.Of(text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? text[..dot] switch
        {
            "user" => "User",
            "group" => "Group",
            "application" or "app" => "Application",
            "policy" => "Policy",
            var other => other,
        }
        : null);
    }
}
