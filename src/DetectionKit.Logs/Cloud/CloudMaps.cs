using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.Change;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.Cloud;

/// <summary>Tables from audit records into CIM's Authentication and Change, once a service's lines gave them CIM's names.</summary>
internal static class CloudMaps
{
    private static readonly ImmutableArray<FieldMap> OfLogons =
    [
        .. Same(
            "action", "app", "authentication_method", "authentication_service", "dest", "reason", "signature", "signature_id", "src", "src_user", "src_user_id", "src_user_type", "user", "user_agent", "user_id",
            "user_type", "vendor_account", "vendor_product"),
        Tags("authentication"),
    ];

    private static readonly ImmutableArray<FieldMap> OfChanges =
    [
        .. Same(
            "action", "change_type", "command", "dest", "dvc", "object", "object_attrs", "object_category", "object_id", "object_path", "result", "result_id", "src", "src_user", "src_user_name",
            "src_user_type", "status", "user", "user_agent", "user_name", "user_type", "vendor_account", "vendor_product", "vendor_region"),
        new("tag", ["object_category"], TagsOfChange),
    ];

    /// <summary>Logons: those records whose command is one.</summary>
    /// <param name="isLogon">Whether a record is about a logon.</param>
    public static ModelMap Logons(Func<LogRecord, bool> isLogon) => new ModelMap<AuthenticationEvent>(AuthenticationEvent.Model, OfLogons) { When = isLogon };

    /// <summary>Changes: those records whose action is one.</summary>
    /// <param name="isLogon">Whether a record is about a logon, which is no change.</param>
    /// <param name="more">Lines for what the service says beside.</param>
    public static ModelMap Changes(Func<LogRecord, bool> isLogon, params ImmutableArray<FieldMap> more) =>
        new ModelMap<ChangeEvent>(ChangeEvent.Model, [.. OfChanges, .. more]) { When = record => !isLogon(record) && record["action"].ToText() is not ("" or "read" or "success" or "failure") };

    // The child dataset that CIM has for such objects.
    private static Value TagsOfChange(LogRecord record)
    {
        var more = record["object_category"].ToText().ToLowerInvariant() switch
        {
            "instance" => "instance",
            "user" or "group" or "role" or "service_principal" => "account",
            "security_group" or "firewall" => "network",
            "trail" or "detector" => "audit",
            _ => null,
        };
        return more is null ? Value.Of("change") : Value.OfMany([Value.Of("change"), Value.Of(more)]);
    }
}
