using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.Zeek;

/// <summary>ssh.log, kerberos.log, ntlm.log and radius.log: one record an attempt to log on (Zeek manual, "Log Files").</summary>
/// <param name="path">The log's name.</param>
/// <param name="result">The field that says how it came out.</param>
/// <param name="users">The fields that name the user, the surest first.</param>
/// <param name="signs">Fields that only this log has.</param>
internal sealed class LogonLog(string path, string result, ImmutableArray<string> users, params ImmutableArray<string> signs) : ZeekLog(path, signs)
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<AuthenticationEvent>(
            AuthenticationEvent.Model,
            FieldMap.Of("action", Action, result),
            FieldMap.Constant("app", path),
            FieldMap.Of("dest", "dest_ip"),
            FieldMap.Of("reason", "error_msg", "status", "reply_msg"),
            FieldMap.Of("src", "src_ip"),
            FieldMap.Of("user", users),
            VendorProduct) { When = record => record.Has(result) },
    ];

    private static Value Action(Value outcome) => outcome.ToText() switch
    {
        "T" or "true" or "success" => Value.Of("success"),
        "F" or "false" or "failed" or "failure" => Value.Of("failure"),
        _ => default,
    };
}
