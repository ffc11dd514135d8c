using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Email;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.Zeek;

/// <summary>smtp.log: one record a mail transaction (Zeek manual, "smtp.log").</summary>
internal sealed class MailLog() : ZeekLog("smtp", "mailfrom", "rcptto", "rcptto{}", "helo", "last_reply")
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<EmailMessage>(
            EmailMessage.Model,
            FieldMap.Of("dest", "dest_ip"),
            FieldMap.Of("message_id", "msg_id"),
            FieldMap.Constant("protocol", "smtp"),
            List("recipient", "rcptto"),
            FieldMap.Of("recipient_count", value => Value.Of(value.Count), "rcptto", "rcptto{}"),
            FieldMap.Of("recipient_domain", value => Value.OfMany(value.Items.Select(DomainOf)), "rcptto", "rcptto{}"),
            FieldMap.Of("return_addr", "mailfrom"),
            FieldMap.Of("src", "src_ip"),
            FieldMap.Of("src_user", "from", "mailfrom"),
            FieldMap.Of("src_user_domain", DomainOf, "mailfrom", "from"),
            FieldMap.Of("status_code", value => Value.Of(value.ToText().Split(' ')[0]), "last_reply"),
            FieldMap.Of("subject", "subject"),
            VendorProduct),
    ];

    private static Value DomainOf(Value address) =>
        address.ToText() is { } text && text.LastIndexOf('@') is >= 0 and var at ? Value.Of(text[(at + 1)..].TrimEnd('>', ' ')) : default;
}
