using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.LinuxSecure;

/// <summary>A line about somebody who logs on, or wants to, under the names of the add-on for Unix and Linux.</summary>
internal sealed class LogonRecord : RecordKind
{
    private static readonly FieldMap Product = FieldMap.Constant("vendor_product", "nix");

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["linux_secure"];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } = [new("src", "src_ip"), new("user_name", "user"), new("app", "process"), new("dvc", "dest")];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<AuthenticationEvent>(
            AuthenticationEvent.Model,
            FieldMap.Of("action", "action"),
            FieldMap.Of("app", "app"),
            FieldMap.Of("authentication_method", "authentication_method"),
            FieldMap.Of("dest", "dest"),
            FieldMap.Of("reason", "reason"),
            FieldMap.Of("src", "src_ip"),
            FieldMap.Of("user", "user"),
            Product) { When = record => record.Has("action") && record.Has("src_ip") },
    ];

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (!record.Has("action"))
            record.Set("action", Action(record["vendor_action"]));
        record.Set("vendor_product", Product.Read(record));
    }

    private static Value Action(Value said) => said.ToText() switch
    {
        "Accepted" or "session opened" => Value.Of("success"),
        "Failed" or "Invalid user" => Value.Of("failure"),
        _ => default,
    };
}
