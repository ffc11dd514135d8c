using System.Collections.Frozen;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>What the audited events are called (Microsoft's list of security audit events); for others, the first line of their message.</summary>
internal static class SecuritySignatures
{
    private static readonly FrozenDictionary<long, Value> ById = new Dictionary<long, string>
    {
        [1100] = "The event logging service has shut down",
        [1102] = "The audit log was cleared",
        [4624] = "An account was successfully logged on",
        [4625] = "An account failed to log on",
        [4627] = "Group membership information",
        [4634] = "An account was logged off",
        [4647] = "User initiated logoff",
        [4648] = "A logon was attempted using explicit credentials",
        [4656] = "A handle to an object was requested",
        [4657] = "A registry value was modified",
        [4661] = "A handle to an object was requested",
        [4662] = "An operation was performed on an object",
        [4663] = "An attempt was made to access an object",
        [4670] = "Permissions on an object were changed",
        [4672] = "Special privileges assigned to new logon",
        [4673] = "A privileged service was called",
        [4688] = "A new process has been created",
        [4689] = "A process has exited",
        [4696] = "A primary token was assigned to process",
        [4697] = "A service was installed in the system",
        [4698] = "A scheduled task was created",
        [4699] = "A scheduled task was deleted",
        [4700] = "A scheduled task was enabled",
        [4701] = "A scheduled task was disabled",
        [4702] = "A scheduled task was updated",
        [4703] = "A user right was adjusted",
        [4719] = "System audit policy was changed",
        [4720] = "A user account was created",
        [4722] = "A user account was enabled",
        [4723] = "An attempt was made to change an account's password",
        [4724] = "An attempt was made to reset an account's password",
        [4725] = "A user account was disabled",
        [4726] = "A user account was deleted",
        [4727] = "A security-enabled global group was created",
        [4728] = "A member was added to a security-enabled global group",
        [4729] = "A member was removed from a security-enabled global group",
        [4730] = "A security-enabled global group was deleted",
        [4731] = "A security-enabled local group was created",
        [4732] = "A member was added to a security-enabled local group",
        [4733] = "A member was removed from a security-enabled local group",
        [4734] = "A security-enabled local group was deleted",
        [4735] = "A security-enabled local group was changed",
        [4737] = "A security-enabled global group was changed",
        [4738] = "A user account was changed",
        [4739] = "Domain Policy was changed",
        [4740] = "A user account was locked out",
        [4741] = "A computer account was created",
        [4742] = "A computer account was changed",
        [4743] = "A computer account was deleted",
        [4756] = "A member was added to a security-enabled universal group",
        [4764] = "A group's type was changed",
        [4767] = "A user account was unlocked",
        [4768] = "A Kerberos authentication ticket (TGT) was requested",
        [4769] = "A Kerberos service ticket was requested",
        [4770] = "A Kerberos service ticket was renewed",
        [4771] = "Kerberos pre-authentication failed",
        [4776] = "The domain controller attempted to validate the credentials for an account",
        [4778] = "A session was reconnected to a Window Station",
        [4780] = "The ACL was set on accounts which are members of administrators groups",
        [4781] = "The name of an account was changed",
        [4794] = "An attempt was made to set the Directory Services Restore Mode administrator password",
        [4798] = "A user's local group membership was enumerated",
        [4799] = "A security-enabled local group membership was enumerated",
        [4876] = "Certificate Services backup started",
        [4886] = "Certificate Services received a certificate request",
        [4887] = "Certificate Services approved a certificate request and issued a certificate",
        [5136] = "A directory service object was modified",
        [5137] = "A directory service object was created",
        [5140] = "A network share object was accessed",
        [5141] = "A directory service object was deleted",
        [5142] = "A network share object was added",
        [5145] = "A network share object was checked to see whether client can be granted desired access",
        [5156] = "The Windows Filtering Platform has permitted a connection",
    }.ToFrozenDictionary(pair => pair.Key, pair => Value.Of(pair.Value));

    /// <summary>The event's name; absent where nothing tells it.</summary>
    public static Value Of(LogRecord record)
    {
        var audited = record.TextOf("Channel") is "Security" or "security";
        if (audited && record["EventID"].TryGetInteger(out var id) && ById.TryGetValue(id, out var name))
            return name;
        if (record.TextOf("Message") is not { } message)
            return Value.Null;
        var end = message.IndexOfAny(['\n', '\r']);
        return Value.Of((end < 0 ? message : message[..end]).TrimEnd('.', ' '));
    }
}
