using System.Collections.Frozen;

namespace DetectionKit.Logs.WindowsEvents.Rendered;

/// <summary>Which element of EventData a label of a message stands for (Microsoft's descriptions of the audit events give both).</summary>
internal static class MessageLabels
{
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Logon Type"] = "LogonType",
        ["Logon Process"] = "LogonProcessName",
        ["Authentication Package"] = "AuthenticationPackageName",
        ["Transited Services"] = "TransmittedServices",
        ["Package Name (NTLM only)"] = "LmPackageName",
        ["Key Length"] = "KeyLength",
        ["Failure Reason"] = "FailureReason",
        ["Status"] = "Status",
        ["Sub Status"] = "SubStatus",
        ["Failure Code"] = "Status",
        ["Result Code"] = "Status",
        ["Workstation Name"] = "WorkstationName",
        ["Source Workstation"] = "Workstation",
        ["Source Network Address"] = "IpAddress",
        ["Network Address"] = "IpAddress",
        ["Client Address"] = "IpAddress",
        ["Source Address"] = "IpAddress",
        ["Source Port"] = "IpPort",
        ["Client Port"] = "IpPort",
        ["Port"] = "IpPort",
        ["New Process ID"] = "NewProcessId",
        ["New Process Name"] = "NewProcessName",
        ["Creator Process ID"] = "ProcessId",
        ["Creator Process Name"] = "ParentProcessName",
        ["Process Command Line"] = "CommandLine",
        ["Token Elevation Type"] = "TokenElevationType",
        ["Mandatory Label"] = "MandatoryLabel",
        ["Process ID"] = "ProcessId",
        ["Caller Process ID"] = "ProcessId",
        ["Process Name"] = "ProcessName",
        ["Caller Process Name"] = "ProcessName",
        ["Service Name"] = "ServiceName",
        ["Service ID"] = "ServiceSid",
        ["Service File Name"] = "ImagePath",
        ["Service Type"] = "ServiceType",
        ["Service Start Type"] = "StartType",
        ["Service Account"] = "AccountName",
        ["Ticket Options"] = "TicketOptions",
        ["Ticket Encryption Type"] = "TicketEncryptionType",
        ["Pre-Authentication Type"] = "PreAuthType",
        ["Share Name"] = "ShareName",
        ["Share Path"] = "ShareLocalPath",
        ["Relative Target Name"] = "RelativeTargetName",
        ["Task Name"] = "TaskName",
        ["Task Content"] = "TaskContent",
        ["Object Server"] = "ObjectServer",
        ["Object Type"] = "ObjectType",
        ["Object Name"] = "ObjectName",
        ["Handle ID"] = "HandleId",
        ["Accesses"] = "AccessList",
        ["Access Mask"] = "AccessMask",
        ["Privileges"] = "PrivilegeList",
        ["SAM Account Name"] = "SamAccountName",
        ["Display Name"] = "DisplayName",
        ["User Principal Name"] = "UserPrincipalName",
        ["Home Directory"] = "HomeDirectory",
        ["Script Path"] = "ScriptPath",
        ["Profile Path"] = "ProfilePath",
        ["User Workstations"] = "UserWorkstations",
        ["Password Last Set"] = "PasswordLastSet",
        ["Account Expires"] = "AccountExpires",
        ["Primary Group ID"] = "PrimaryGroupId",
        ["Old UAC Value"] = "OldUacValue",
        ["New UAC Value"] = "NewUacValue",
        ["SID History"] = "SidHistory",
        ["DNS Host Name"] = "DnsHostName",
        ["Service Principal Names"] = "ServicePrincipalNames",
        ["Logon GUID"] = "LogonGuid",
        ["Old Account Name"] = "OldTargetUserName",
        ["New Account Name"] = "NewTargetUserName",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Who acted, and on whom: equal labels, told apart by their heading.
    private static readonly FrozenDictionary<string, string> Subject = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Security ID"] = "SubjectUserSid",
        ["Account Name"] = "SubjectUserName",
        ["Account Domain"] = "SubjectDomainName",
        ["Logon ID"] = "SubjectLogonId",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Target = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Security ID"] = "TargetUserSid",
        ["User ID"] = "TargetSid",
        ["Account Name"] = "TargetUserName",
        ["Account Domain"] = "TargetDomainName",
        ["Supplied Realm Name"] = "TargetDomainName",
        ["Logon ID"] = "TargetLogonId",
        ["Logon GUID"] = "TargetLogonGuid",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Group = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Security ID"] = "TargetSid",
        ["Account Name"] = "TargetUserName",
        ["Account Domain"] = "TargetDomainName",
        ["Group Name"] = "TargetUserName",
        ["Group Domain"] = "TargetDomainName",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Member = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Security ID"] = "MemberSid",
        ["Account Name"] = "MemberName",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The element's name; null: none is known.</summary>
    /// <param name="section">The heading above the label, if there is one.</param>
    /// <param name="label">The label.</param>
    public static string? LeafOf(string? section, string label)
    {
        var roles = section switch
        {
            null => null,
            "Subject" or "Creator Subject" => Subject,
            "Group" or "New Group" or "Deleted Group" => Group,
            "Member" => Member,
            _ => Target,
        };
        return roles?.GetValueOrDefault(label) ?? Labels.GetValueOrDefault(label) ?? (IsElement(label) ? label : null);
    }

    // Sysmon's messages have the elements' own names as labels.
    private static bool IsElement(string label) => !label.Contains(' ', StringComparison.Ordinal);
}
