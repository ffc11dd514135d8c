using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.Cloud;

/// <summary>What the add-on for Microsoft Cloud Services works out of a record of Azure's activity log (Azure Monitor: activity log event schema).</summary>
internal static class AzureActivityLines
{
    public static ImmutableArray<FieldMap> All { get; } =
    [
        Constant("vendor", "Microsoft"),
        Constant("product", "Azure"),
        Constant("vendor_product", "Microsoft Azure"),
        Of("user_name", "caller"),
        Of("src_user", "caller"),
        Of("object_path", "resourceId"),
        Of("object", LastPart, "resourceId"),
        Of("object_category", "resourceType.value"),
        Of("dest", LastPart, "resourceId"),
        Of("dvc", "resourceProviderName.value"),
        Of("result", "status.value"),
        Of("result_id", "subStatus.value"),
        Of("vendor_res_code", "subStatus.value"),
        Constant("change_type", "Azure"),
        Of("status", Status, "status.value"),
        Of("action", Action, "operationName.value", "authorization.action"),
    ];

    /// <summary>The table into Change.</summary>
    public static ImmutableArray<ModelMap> Maps { get; } = [CloudMaps.Changes(static _ => false)];

    private static Value LastPart(Value path)
    {
        var text = path.ToText();
        return Value.Of(text[(text.LastIndexOf('/') + 1)..]);
    }

    private static Value Status(Value status) => status.ToText() switch
    {
        "Succeeded" or "Accepted" => Value.Of("success"),
        "Failed" => Value.Of("failure"),
        var other => Value.Of(other.ToLowerInvariant()),
    };

    // Microsoft.Automation/automationAccounts/write
    private static Value Action(Value operation) => LastPart(operation).ToText().ToLowerInvariant() switch
    {
        "write" => Value.Of("modified"),
        "delete" => Value.Of("deleted"),
        "read" => Value.Of("read"),
        _ => Value.Of("modified"),
    };
}
