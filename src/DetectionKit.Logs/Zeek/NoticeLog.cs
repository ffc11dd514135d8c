using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.IntrusionDetection;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.Zeek;

/// <summary>notice.log: what Zeek's scripts found worth saying (Zeek manual, "notice.log").</summary>
internal sealed class NoticeLog() : ZeekLog("notice", "note", "suppress_for")
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<IdsAttack>(
            IdsAttack.Model,
            FieldMap.Of("category", value => Value.Of(value.ToText().Split("::")[0]), "note"),
            FieldMap.Of("dest", "dst", "dest_ip"),
            FieldMap.Of("dest_port", "p", "dest_port"),
            FieldMap.Of("dvc", "peer_descr"),
            FieldMap.Of("file_name", "file_desc"),
            FieldMap.Constant("ids_type", "network"),
            FieldMap.Of("signature", "note"),
            FieldMap.Of("src", "src", "src_ip"),
            FieldMap.Of("src_port", "src_port"),
            FieldMap.Of("transport", "proto"),
            VendorProduct),
    ];
}

/// <summary>signatures.log: what Zeek's signatures matched (Zeek manual, "signatures.log").</summary>
internal sealed class SignaturesLog() : ZeekLog("signatures", "sig_id")
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<IdsAttack>(
            IdsAttack.Model,
            FieldMap.Of("dest", "dst_addr"),
            FieldMap.Of("dest_port", "dst_port"),
            FieldMap.Constant("ids_type", "network"),
            FieldMap.Of("signature", "event_msg", "sig_id"),
            FieldMap.Of("signature_id", "sig_id"),
            FieldMap.Of("src", "src_addr"),
            FieldMap.Of("src_port", "src_port"),
            VendorProduct),
    ];
}
