using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.IntrusionDetection;

/// <summary>The field table of IDS_Attacks, in the order of CIM's page; the fields that only a lookup of assets or identities fills come last.</summary>
internal static class IdsAttackFields
{
    public static ImmutableArray<ModelField<IdsAttack>> All { get; } =
    [
        new("action", FieldType.Text, "unknown", nameof(IdsAttack.Action), "What was done about it: allowed, blocked.", e => Value.Of(e.Action)),
        new("category", FieldType.Text, "unknown", nameof(IdsAttack.Category), "The kind of attack, by the vendor.", e => Value.Of(e.Category)),
        new("dest", FieldType.Text, "unknown", nameof(IdsAttack.Dest), "The target: name or address.", e => Value.Of(e.Dest)),
        new("dest_port", FieldType.Integer, null, nameof(IdsAttack.DestPort), "The target's port.", e => Value.Of(e.DestPort)),
        new("dvc", FieldType.Text, "unknown", nameof(IdsAttack.Dvc), "What recorded it.", e => Value.Of(e.Dvc)),
        new("file_hash", FieldType.Text, "unknown", nameof(IdsAttack.FileHash), "The file's hash.", e => Value.Of(e.FileHash)),
        new("file_name", FieldType.Text, "unknown", nameof(IdsAttack.FileName), "The file's name.", e => Value.Of(e.FileName)),
        new("file_path", FieldType.Text, "unknown", nameof(IdsAttack.FilePath), "The file's path.", e => Value.Of(e.FilePath)),
        new("ids_type", FieldType.Text, "unknown", nameof(IdsAttack.IdsType), "Where it looks: network, host, application, wireless.", e => Value.Of(e.IdsType)),
        new("severity", FieldType.Text, "unknown", nameof(IdsAttack.Severity), "critical, high, medium, low, informational.", e => Value.Of(e.Severity)),
        new("severity_id", FieldType.Text, "unknown", nameof(IdsAttack.SeverityId), "The vendor's own severity.", e => Value.Of(e.SeverityId)),
        new("signature", FieldType.Text, "unknown", nameof(IdsAttack.Signature), "The alert's name.", e => Value.Of(e.Signature)),
        new("signature_id", FieldType.Text, "unknown", nameof(IdsAttack.SignatureId), "The alert's number.", e => Value.Of(e.SignatureId)),
        new("src", FieldType.Text, "unknown", nameof(IdsAttack.Src), "Who attacks: name or address.", e => Value.Of(e.Src)),
        new("src_port", FieldType.Integer, null, nameof(IdsAttack.SrcPort), "The attacker's port.", e => Value.Of(e.SrcPort)),
        new("tag", FieldType.MultiText, null, nameof(IdsAttack.Tag), "Tags of the event type.", e => e.Tag),
        new("transport", FieldType.Text, "unknown", nameof(IdsAttack.Transport), "The transport: tcp, udp, icmp.", e => Value.Of(e.Transport)),
        new("user", FieldType.Text, "unknown", nameof(IdsAttack.User), "The user that it is about.", e => Value.Of(e.User)),
        new("vendor_product", FieldType.Text, "unknown", nameof(IdsAttack.VendorProduct), "What made the record.", e => Value.Of(e.VendorProduct)),
        new("dest_bunit", FieldType.Text, null, nameof(IdsAttack.DestBunit), "The responder's business unit (an asset lookup fills it).", e => Value.Of(e.DestBunit)),
        new("dest_category", FieldType.MultiText, null, nameof(IdsAttack.DestCategory), "The responder's categories (an asset lookup fills them).", e => e.DestCategory),
        new("dest_priority", FieldType.Text, null, nameof(IdsAttack.DestPriority), "The responder's priority (an asset lookup fills it).", e => Value.Of(e.DestPriority)),
        new("dvc_bunit", FieldType.Text, null, nameof(IdsAttack.DvcBunit), "The recorder's business unit (an asset lookup fills it).", e => Value.Of(e.DvcBunit)),
        new("dvc_category", FieldType.MultiText, null, nameof(IdsAttack.DvcCategory), "The recorder's categories (an asset lookup fills them).", e => e.DvcCategory),
        new("dvc_priority", FieldType.Text, null, nameof(IdsAttack.DvcPriority), "The recorder's priority (an asset lookup fills it).", e => Value.Of(e.DvcPriority)),
        new("src_bunit", FieldType.Text, null, nameof(IdsAttack.SrcBunit), "The originator's business unit (an asset lookup fills it).", e => Value.Of(e.SrcBunit)),
        new("src_category", FieldType.MultiText, null, nameof(IdsAttack.SrcCategory), "The originator's categories (an asset lookup fills them).", e => e.SrcCategory),
        new("src_priority", FieldType.Text, null, nameof(IdsAttack.SrcPriority), "The originator's priority (an asset lookup fills it).", e => Value.Of(e.SrcPriority)),
        new("user_bunit", FieldType.Text, null, nameof(IdsAttack.UserBunit), "The user's business unit (an identity lookup fills it).", e => Value.Of(e.UserBunit)),
        new("user_category", FieldType.MultiText, null, nameof(IdsAttack.UserCategory), "The user's categories (an identity lookup fills them).", e => e.UserCategory),
        new("user_priority", FieldType.Text, null, nameof(IdsAttack.UserPriority), "The user's priority (an identity lookup fills it).", e => Value.Of(e.UserPriority)),
    ];
}
