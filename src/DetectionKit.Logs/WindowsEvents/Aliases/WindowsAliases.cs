using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>The names that the add-on for Windows gives: for one event first, then for every one.</summary>
internal static class WindowsAliases
{
    private static readonly FieldMap ChangeType = Constant("change_type", "AAA");

    private static readonly FieldMap UserObject = Constant("object_category", "user");

    private static readonly ImmutableArray<FieldMap> Authentication =
    [
        Of("src", Parts.Address, "IpAddress", "WorkstationName"),
        Of("authentication_method", "AuthenticationPackageName"),
        Of("authentication_service", "LogonProcessName"),
        Of("reason", "FailureReason"),
    ];

    private static readonly ImmutableArray<FieldMap> Account =
    [
        ChangeType,
        UserObject,
        Of("object", "TargetUserName"),
        Of("object_id", "TargetSid", "TargetUserSid"),
        Of("user_name", "TargetUserName"),
        Of("src_user_name", "SubjectUserName"),
        Of("result", "signature"),
        Of("CategoryString", "TaskCategory"),
        new("CategoryString", ["EventID"], _ => Value.Of("Account Management")),
        Of("ta_windows_security_CategoryString", "CategoryString"),
    ];

    private static readonly ImmutableArray<FieldMap> Group = [.. Account.Where(line => line != UserObject), Constant("object_category", "group"), Of("user_group", "TargetUserName")];

    private static readonly FrozenDictionary<int, ImmutableArray<FieldMap>> Security = new Dictionary<int, ImmutableArray<FieldMap>>
    {
        [1100] = [ChangeType, Constant("object_attrs", "log"), Constant("object_category", "service"), Constant("action", "stopped"), Constant("service", "Windows Event Log"), Constant("service_name", "Windows Event Log")],
        [1102] = [ChangeType, Constant("object_attrs", "log"), Constant("object_category", "log"), Constant("action", "cleared")],
        [4624] = [.. Authentication, Constant("action", "success")],
        [4625] = [.. Authentication, Constant("action", "failure")],
        [4634] = [Constant("action", "logoff")],
        [4647] = [Constant("action", "logoff")],
        [4648] = [.. Authentication, Constant("action", "success"), Of("dest_nt_host", "TargetServerName")],
        [4662] = [Constant("action", "accessed"), Of("object", "ObjectName"), Of("object_file_name", PathText.FileName, "ObjectName"), Of("object_file_path", "ObjectName")],
        [4663] =
        [
            Constant("action", "accessed"), Of("object", "ObjectName"), Of("object_file_name", PathText.FileName, "ObjectName"), Of("object_file_path", "ObjectName"),
            Of("file_name", PathText.FileName, "ObjectName"), Of("file_path", "ObjectName"),
        ],
        [4672] = [Constant("action", "success"), Of("privilege", "PrivilegeList")],
        [4688] =
        [
            Constant("action", "allowed"), Of("process", "CommandLine", "NewProcessName"), Of("process_path", "NewProcessName"), Of("process_name", PathText.FileName, "NewProcessName"),
            Of("process_exec", PathText.FileName, "NewProcessName"), Of("process_id", Parts.Number, "NewProcessId"), Of("parent_process", "ParentProcessName"),
            Of("parent_process_path", "ParentProcessName"), Of("parent_process_name", PathText.FileName, "ParentProcessName"),
            Of("parent_process_exec", PathText.FileName, "ParentProcessName"), Of("parent_process_id", Parts.Number, "ProcessId"), Of("new_process", "NewProcessName"),
            Of("new_process_id", "NewProcessId"), Of("new_process_name", PathText.FileName, "NewProcessName"), Of("Process_Command_Line", "CommandLine"),
            Of("process_command_line_process", CommandLines.Process, "CommandLine"), Of("process_command_line_arguments", CommandLines.Arguments, "CommandLine"),
            Of("Token_Elevation_Type", "TokenElevationType"), Of("Token_Elevation_Type_id", "TokenElevationType"), Of("user", "SubjectUserName"), Of("process_integrity_level", "MandatoryLabel"),
            Of("Creator_Process_Name", "ParentProcessName"), Of("New_Process_Name", "NewProcessName"),
        ],
        [4697] = [Constant("action", "created"), Of("service", "ServiceName"), Of("service_name", "ServiceName"), Of("service_path", "ServiceFileName")],
        [4698] = [Constant("action", "created"), Of("Task_Name", "TaskName"), Of("Task_Content", "TaskContent"), Of("user", "SubjectUserName")],
        [4699] = [Constant("action", "deleted"), Of("Task_Name", "TaskName"), Of("Task_Content", "TaskContent"), Of("user", "SubjectUserName")],
        [4700] = [Constant("action", "modified"), Of("Task_Name", "TaskName"), Of("Task_Content", "TaskContent"), Of("user", "SubjectUserName")],
        [4702] = [Constant("action", "modified"), Of("Task_Name", "TaskName"), Of("Task_Content", "TaskContentNew"), Of("user", "SubjectUserName")],
        [4703] = [.. Account, Constant("action", "modified"), Constant("object_attrs", "privileges"), Of("process", "ProcessName")],
        [4719] = [ChangeType, Constant("object_category", "policy"), Constant("action", "modified"), Constant("object_attrs", "audit policy")],
        [4720] = [.. Account, Constant("action", "created"), Constant("msad_action", "created"), Of("SAM_Account_Name", "SamAccountName")],
        [4722] = [.. Account, Constant("action", "enabled")],
        [4723] = [.. Account, Constant("action", "modified"), Constant("object_attrs", "password")],
        [4724] = [.. Account, Constant("action", "modified"), Constant("object_attrs", "password")],
        [4725] = [.. Account, Constant("action", "disabled"), Constant("object_attrs", "account")],
        [4726] = [.. Account, Constant("action", "deleted"), Constant("object_attrs", "account"), Constant("msad_action", "deleted")],
        [4727] = [.. Group, Constant("action", "created")],
        [4728] = [.. Group, Constant("action", "modified"), Constant("object_attrs", "members"), Constant("msad_action", "added"), .. Member()],
        [4729] = [.. Group, Constant("action", "modified"), Constant("object_attrs", "members"), .. Member()],
        [4730] = [.. Group, Constant("action", "deleted")],
        [4731] = [.. Group, Constant("action", "created")],
        [4732] = [.. Group, Constant("action", "modified"), Constant("object_attrs", "members"), Constant("msad_action", "added"), .. Member()],
        [4733] = [.. Group, Constant("action", "modified"), Constant("object_attrs", "members"), .. Member()],
        [4734] = [.. Group, Constant("action", "deleted")],
        [4735] = [.. Group, Constant("action", "modified")],
        [4737] = [.. Group, Constant("action", "modified")],
        [4738] = [.. Account, Constant("action", "modified"), Constant("object_attrs", "account"), Of("user_group", "PrimaryGroupId")],
        [4739] = [ChangeType, Constant("object_category", "policy"), Constant("action", "modified"), Constant("object_attrs", "domain policy"), Of("result", "signature"), .. Category()],
        [4740] = [.. Account, Constant("action", "lockout"), Of("src", "TargetDomainName")],
        [4741] = [.. Account, Constant("action", "created"), Constant("object_attrs", "account"), Constant("user_type", "computer")],
        [4742] = [.. Account, Constant("action", "modified"), Constant("object_attrs", "account"), Constant("user_type", "computer")],
        [4743] = [.. Account, Constant("action", "deleted"), Constant("object_attrs", "account"), Constant("user_type", "computer")],
        [4756] = [.. Group, Constant("action", "modified"), Constant("object_attrs", "members"), .. Member()],
        [4764] = [.. Group, Constant("action", "modified")],
        [4767] = [.. Account, Constant("action", "unlocked")],
        [4768] = [.. Authentication, .. Kerberos()],
        [4769] = [.. Authentication, .. Kerberos()],
        [4770] = [.. Authentication, .. Kerberos()],
        [4771] = [.. Authentication, .. Kerberos()],
        [4776] = [.. Kerberos(), Of("src", "Workstation"), Constant("authentication_method", "NTLM")],
        [4781] = [Of("object", "NewTargetUserName"), .. Account, Constant("action", "modified"), Constant("object_attrs", "name"), Of("user", "NewTargetUserName"), Of("user_name", "NewTargetUserName")],
        [4794] = [ChangeType, UserObject, Constant("action", "modified"), Of("src", "Workstation"), .. Category()],
        [4798] = [Constant("action", "read"), Of("process", "CallerProcessName"), Of("process_path", "CallerProcessName"), Of("process_name", PathText.FileName, "CallerProcessName")],
        [5136] = [ChangeType, Constant("action", "modified"), Constant("object_category", "directory"), Of("object", "ObjectDN"), Of("object_attrs", "AttributeLDAPDisplayName")],
        [5137] = [ChangeType, Constant("action", "created"), Constant("object_category", "directory"), Of("object", "ObjectDN")],
        [5141] = [ChangeType, Constant("action", "deleted"), Constant("object_category", "directory"), Of("object", "ObjectDN")],
        [5140] = [.. Authentication, Constant("action", "accessed"), .. Share()],
        [5142] = [Constant("action", "created"), .. Share()],
        [5145] = [.. Authentication, Constant("action", "accessed"), .. Share()],
        [5156] =
        [
            Constant("action", "allowed"), Of("src_ip", "SourceAddress"), Of("src_port", "SourcePort"), Of("dest_ip", "DestAddress"), Of("dest_port", "DestPort"),
            Of("process_path", "Application"), Of("process_name", PathText.FileName, "Application"), Of("process_id", "ProcessID"),
        ],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, ImmutableArray<FieldMap>> SystemLog = new Dictionary<int, ImmutableArray<FieldMap>>
    {
        [104] = [ChangeType, Constant("object_category", "log"), Constant("action", "cleared")],
        [7036] = [Of("ServiceName", "param1"), Of("service", "param1"), Of("service_name", "param1"), Of("status", Services.Status, "param2")],
        [7040] = [Of("ServiceName", "param1"), Of("service", "param1"), Of("service_name", "param1"), Of("start_mode", Services.StartMode, "param3")],
        [7045] =
        [
            Of("service", "ServiceName"), Of("service_name", "ServiceName"), Of("service_path", "ImagePath"), Of("start_mode", Services.StartMode, "StartType"),
            Constant("action", "created"), Constant("status", "started"), Of("process", "ImagePath"),
        ],
    }.ToFrozenDictionary();

    /// <summary>What the others build on.</summary>
    public static ImmutableArray<FieldMap> First { get; } = [new("signature", ["EventID"], SecuritySignatures.Of)];

    /// <summary>Every event of the add-on.</summary>
    public static ImmutableArray<FieldMap> Lines { get; } =
    [
        Of("dest", "Computer"),
        Of("dest_nt_host", "Computer"),
        Of("name", "signature"),
        Of("subject", "signature"),
        Constant("vendor", "Microsoft"),
        Constant("product", "Windows"),
        Constant("vendor_product", "Microsoft Windows"),
        Of("Logon_Type", "LogonType"),
        Of("Logon_ID", "TargetLogonId", "SubjectLogonId"),
        Of("session_id", "Logon_ID"),
        Of("Caller_User_Name", "SubjectUserName"),
        Of("Caller_Domain", "SubjectDomainName"),
        Of("src_user", "SubjectUserName"),
        Of("src_nt_domain", "SubjectDomainName"),
        Of("Target_User_Name", "TargetUserName"),
        Of("Target_Domain", "TargetDomainName"),
        Of("Target_Server_Name", "TargetServerName"),
        Of("dest_nt_domain", "TargetDomainName"),
        Of("user_group", "TargetDomainName"),
        Of("user", Parts.Said, "TargetUserName"),
        Of("user", "SubjectUserName", "AccountName"),
        Of("Source_Workstation", Parts.Said, "WorkstationName", "Workstation"),
        Of("Source_Workstation", Parts.Address, "IpAddress"),
        Of("src_nt_host", "Source_Workstation"),
        Of("src_ip", Parts.Address, "IpAddress"),
        Of("src_port", "IpPort"),
        Of("Source_Port", "IpPort"),
        Of("process_path", "ProcessName"),
        Of("process_name", PathText.FileName, "ProcessName"),
        Of("process", "ProcessName"),
        Of("process_id", Parts.Number, "ProcessId"),
        Of("Sub_Status", "SubStatus"),
        Of("Error_Code", "Error_Code", "Status", "ErrorCode", "error"),
        Constant("Error_Code", "-"),
        new("status", ["Keywords"], AuditStatus),
        Of("ta_windows_action", "status"),
        Of("ta_windows_status", "Status"),
        new("app", ["LogonType"], LogonApp),
        new("action", ["Keywords"], AuditStatus),
        Of("category", "TaskCategory"),
        Of("severity", "Type"),
        Of("severity_id", "Level"),
        Of("TimeCreated", "SystemTime"),
    ];

    /// <summary>The lines of all events.</summary>
    public static IEnumerable<FieldMap> All => Security.Values.Concat(SystemLog.Values).SelectMany(lines => lines).Concat(First).Concat(Lines);

    /// <summary>What one event has on top.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="id">Its number.</param>
    public static ImmutableArray<FieldMap> For(string? channel, int id)
    {
        var table = channel switch { "Security" or "security" => Security, "System" => SystemLog, _ => null };
        return table is not null && table.TryGetValue(id, out var lines) ? lines : [];
    }

    private static ImmutableArray<FieldMap> Kerberos() =>
    [
        new("action", ["Status"], record => Value.Of(IsZero(record) ? "success" : "failure")),
        Of("service", "ServiceName"), Of("service_name", "ServiceName"), Of("service_id", "ServiceSid"), Of("ta_windows_status", "Status"),
    ];

    private static ImmutableArray<FieldMap> Member() =>
        [Of("user", Parts.Said, "MemberName"), Of("member_dn", "MemberName"), Of("member_id", "MemberSid"), Of("member_nt_domain", Parts.Domain, "MemberSid"), Of("Group_Name", "TargetUserName"), Of("Group_Domain", "TargetDomainName")];

    private static ImmutableArray<FieldMap> Share() =>
        [Of("file_name", PathText.FileName, "RelativeTargetName", "ShareName"), Of("file_path", "RelativeTargetName", "ShareLocalPath"), Of("object", "ShareName"), Of("Share_Name", "ShareName")];

    private static ImmutableArray<FieldMap> Category() =>
        [new("CategoryString", ["EventID"], _ => Value.Of("Account Management")), Of("ta_windows_security_CategoryString", "CategoryString")];

    private static bool IsZero(LogRecord record) => record.TextOf("Status") is null or "0x0" or "0";

    // The audit bits of the keywords (winmeta.xml).
    private static Value AuditStatus(LogRecord record)
    {
        const ulong Success = 0x0020_0000_0000_0000;
        const ulong Failure = 0x0010_0000_0000_0000;
        if (record.TextOf("Keywords") is not { } keywords)
            return Value.Null;
        if (keywords.StartsWith("0x", StringComparison.Ordinal) && ulong.TryParse(keywords.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            return Value.Of((bits & Success) != 0 ? "success" : (bits & Failure) != 0 ? "failure" : null);
        return Value.Of(keywords.Contains("Success", StringComparison.OrdinalIgnoreCase) ? "success" : keywords.Contains("Failure", StringComparison.OrdinalIgnoreCase) ? "failure" : null);
    }

    // A logon at the machine itself, or over the network (Microsoft's table of logon types).
    private static Value LogonApp(LogRecord record) => Value.Of(record.TextOf("LogonType") switch
    {
        "2" or "4" or "5" or "7" or "11" or "13" => "win:local",
        "3" or "8" or "9" or "10" or "12" => "win:remote",
        _ => "win:unknown",
    });
}
