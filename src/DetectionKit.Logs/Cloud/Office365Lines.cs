using System.Collections.Immutable;
using System.Text.Json;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.Cloud;

/// <summary>What the add-on for Microsoft Office 365 works out of a record (Office 365 Management Activity API schema).</summary>
internal static class Office365Lines
{
    // Lists of names and values: each name becomes a field.
    private static readonly string[] Lists = ["ExtendedProperties{}", "DeviceProperties{}", "Parameters{}"];

    private static readonly Verbs Actions = new(
        StringComparison.OrdinalIgnoreCase,
        ("created", ["Add", "New-", "Create"]),
        ("deleted", ["Delete", "Remove", "Hard Delete", "HardDelete"]),
        ("modified", ["Update", "Set", "Change", "Modify", "Reset", "Enable", "Disable", "Consent"]));

    // Office 365 Management Activity API schema, UserType.
    private static readonly string[] UserTypes = ["Regular", "Reserved", "Admin", "DcAdmin", "System", "Application", "ServicePrincipal", "CustomPolicy", "SystemPolicy"];

    public static ImmutableArray<FieldMap> All { get; } =
    [
        Of("src_user", "UserId"),
        Of("object_id", "ObjectId"),
        Of("object", "ObjectId"),
        Of("dest_name", "Workload"),
        Of("event_type", "Operation"),
        Of("tenant_id", "OrganizationId"),
        Constant("vendor_product", "Microsoft Office 365 Management Activity"),
        new("user_agent", ["UserAgent", "additionalDetails"], UserAgent),
        new("status", ["ResultStatus"], Status),
        new("action", ["Operation", "ResultStatus"], Action),
        Of("result", "ResultStatus"),
        Of("reason", "LogonError"),
        Of("authentication_service", "Workload"),
        Of("user_type", value => value.TryGetInteger(out var type) && type >= 0 && type < UserTypes.Length ? Value.Of(UserTypes[type]) : value, "UserType"),
        new("change_type", ["Workload"], record => record["Workload"].ToText() is "AzureActiveDirectory" ? Value.Of("AAA") : record["Workload"]),
        Of("object_category", Category, "Operation"),
        Of("object_attrs", "ModifiedProperties{}.Name"),
    ];

    /// <summary>The tables into data models.</summary>
    public static ImmutableArray<ModelMap> Maps { get; } = [CloudMaps.Logons(IsLogon), CloudMaps.Changes(IsLogon)];

    private static bool IsLogon(LogRecord record) => record["Operation"].ToText() is "UserLoggedIn" or "UserLoginFailed";

    private static Value Category(Value operation)
    {
        var text = operation.ToText();
        return Value.Of(
            Has("service principal") || Has("app role") || Has("application") ? "service_principal"
            : Has("role") ? "role"
            : Has("group") ? "group"
            : Has("mailbox") || Has("InboxRule") || Has("folder") ? "mailbox"
            : Has("policy") ? "policy"
            : Has("user") || Has("password") || Has("strong authentication") ? "user"
            : Has("file") || Has("sharing") ? "file"
            : null);

        bool Has(string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Takes names and values out of the lists.</summary>
    public static void Unfold(LogRecord record)
    {
        foreach (var list in Lists)
        {
            var (names, values) = (record[list + ".Name"].Items, record[list + ".Value"].Items);
            if (names.Length != values.Length)
                continue;
            for (var i = 0; i < names.Length; i++)
            {
                if (names[i].ToText() is { Length: > 0 } name && !record.Has(name))
                    record.Set(name, values[i]);
            }
        }
    }

    private static Value UserAgent(LogRecord record)
    {
        if (record["UserAgent"] is { IsNull: false } own)
            return own;
        if (record.TextOf("additionalDetails") is not { } details)
            return default;
        try
        {
            using var document = JsonDocument.Parse(details);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("User-Agent", out var agent) && agent.ValueKind == JsonValueKind.String
                ? Value.Of(agent.GetString())
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static Value Status(LogRecord record) => record.TextOf("ResultStatus") switch
    {
        null => default,
        "Success" or "Succeeded" or "True" or "PartiallySucceeded" => Value.Of("success"),
        _ => Value.Of("failure"),
    };

    private static Value Action(LogRecord record)
    {
        var operation = record.TextOf("Operation") ?? "";
        return operation switch
        {
            "UserLoggedIn" => Value.Of("success"),
            "UserLoginFailed" => Value.Of("failure"),
            _ => Actions.ActionOf(operation),
        };
    }
}
