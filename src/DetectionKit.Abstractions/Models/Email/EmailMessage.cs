using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Email;

/// <summary>One e-mail on its way, as CIM's Email data model describes it (dataset All_Email). Immutable.</summary>
public sealed class EmailMessage : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<EmailMessage> Model { get; } = new("Email", "All_Email", "CIM: Email")
    {
        Assets = ["dest", "src"],
        Identities = ["user", "src_user"],
        Children =
        [
            new("Content", "tag", "content"),
            new("Delivery", "tag", "delivery"),
            new("Filtering", "tag", "filter"),
        ],
    };

    [Field("What was done: delivered, blocked, quarantined, deleted.")] public string Action { get; init; } = "unknown";
    [Field("Milliseconds of delay.")] public double? Delay { get; init; }
    [Field("Where it was delivered: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("Seconds that it took.")] public double? Duration { get; init; }
    [Field("Digests of the attached files.")] public Value FileHash { get; init; }
    [Field("Names of the attached files.")] public Value FileName { get; init; }
    [Field("Bytes of the attached files.")] public Value FileSize { get; init; }
    [Field("What the filter did.")] public string? FilterAction { get; init; }
    [Field("How bad the filter finds it.")] public double? FilterScore { get; init; }
    [Field("The server's own number of the message.")] public string? InternalMessageId { get; init; }
    [Field("The message's identifier (RFC 5322).")] public string? MessageId { get; init; }
    [Field("What else is said of the message.")] public string? MessageInfo { get; init; }
    [Field("The kind of message.")] public string? MessageType { get; init; }
    [Field("Where it should first have gone.")] public string? OrigDest { get; init; }
    [Field("Whom it was first sent to.")] public Value OrigRecipient { get; init; }
    [Field("Where it first came from.")] public string? OrigSrc { get; init; }
    [Field("The program that carries it.")] public string? Process { get; init; }
    [Field("The operating system's number of the process.")] public long? ProcessId { get; init; }
    [Field("smtp, imap, pop3, mapi.")] public string? Protocol { get; init; }
    [Field("Whom it is for: addresses.")] public Value Recipient { get; init; }
    [Field("How many it is for.")] public long? RecipientCount { get; init; } = 1;
    [Field("The domains of recipient.")] public Value RecipientDomain { get; init; }
    [Field("The result for each recipient.")] public Value RecipientStatus { get; init; }
    [Field("Seconds to the first answer.")] public double? ResponseTime { get; init; }
    [Field("How often it was sent again.")] public long? Retries { get; init; }
    [Field("The return path.")] public string? ReturnAddr { get; init; }
    [Field("The filter's rule.")] public string? Signature { get; init; }
    [Field("What else the filter says.")] public string? SignatureExtra { get; init; }
    [Field("The event by number.")] public string? SignatureId { get; init; }
    [Field("The message's bytes.")] public long? Size { get; init; }
    [Field("Who sent it: name or address.")] public string Src { get; init; } = "unknown";
    [Field("The sender's address.")] public string SrcUser { get; init; } = "unknown";
    [Field("The domain of src_user.")] public string? SrcUserDomain { get; init; }
    [Field("The status, by the protocol.")] public string? StatusCode { get; init; }
    [Field("The subject line.")] public string? Subject { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("URLs in the message.")] public Value Url { get; init; }
    [Field("Whom the program runs as; not the sender.")] public string? User { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
    [Field("All delays on the way.")] public string? Xdelay { get; init; }
    [Field("Messages and addresses that it refers to.")] public string? Xref { get; init; }
}
