using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.Change;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.WindowsEvents.Models;

/// <summary>Logons, and changes to accounts, policies and logs.</summary>
internal static class AccountMaps
{
    private static readonly ImmutableArray<FieldMap> Change =
    [
        .. FieldMap.Same(
            "action", "change_type", "dest", "dest_nt_domain", "dvc", "object", "object_attrs", "object_category", "object_id", "object_path", "result", "src", "src_nt_domain",
            "src_user", "src_user_name", "status", "user", "user_name", "user_type", "vendor_product"),
    ];

    /// <summary>The tables.</summary>
    public static ImmutableArray<ModelMap> All { get; } =
    [
        When.Taken(AuthenticationEvent.Model, When.Security(4624, 4625, 4648, 4768, 4769, 4770, 4771, 4776),
            [
                .. FieldMap.Same(
                    "action", "app", "authentication_method", "authentication_service", "dest", "dest_nt_domain", "reason", "signature", "signature_id", "src", "src_nt_domain",
                    "src_user", "user", "user_id", "vendor_product"),
                FieldMap.Tags("authentication"),
            ]),
        When.Taken(ChangeEvent.Model,
            When.Security(4703, 4720, 4722, 4723, 4724, 4725, 4726, 4727, 4728, 4729, 4730, 4731, 4732, 4733, 4734, 4735, 4737, 4738, 4740, 4741, 4742, 4743, 4756, 4764, 4767, 4781, 4794),
            [.. Change, FieldMap.Tags("change", "account")]),
        When.Taken(ChangeEvent.Model, When.Security(1100, 1102, 4719), [.. Change, FieldMap.Tags("change", "audit")]),
        When.Taken(ChangeEvent.Model, When.SystemLog(104), [.. Change, FieldMap.Tags("change", "audit")]),
        When.Taken(ChangeEvent.Model, When.Security(4739, 5136, 5137, 5141), [.. Change, FieldMap.Tags("change")]),
        When.Taken(ChangeEvent.Model, When.Sysmon(19, 20, 21), [.. Change, FieldMap.Tags("change", "endpoint")]),
    ];
}
