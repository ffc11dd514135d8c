using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>Parts of what Sysmon says of the registry: <c>HKLM\System\...\PortNumber</c>, <c>DWORD (0x00000d3d)</c>.</summary>
internal static class RegistryPath
{
    /// <summary>The key above the value.</summary>
    public static Value Key(Value path)
    {
        var text = path.ToText();
        return text.LastIndexOf('\\') is var at and > 0 ? Value.Of(text[..at]) : path;
    }

    /// <summary>The hive by its full name.</summary>
    public static Value Hive(Value path)
    {
        var text = path.ToText();
        var root = text.IndexOf('\\') is var at and > 0 ? text[..at] : text;
        return Value.Of(root switch
        {
            "HKLM" => "HKEY_LOCAL_MACHINE",
            "HKU" => "HKEY_USERS",
            "HKCR" => "HKEY_CLASSES_ROOT",
            "HKCU" => "HKEY_CURRENT_USER",
            _ => root,
        });
    }

    /// <summary>What was done, in CIM's words.</summary>
    public static Value Action(Value eventType) => Value.Of(eventType.ToText() switch
    {
        "CreateKey" or "CreateValue" => "created",
        "DeleteKey" or "DeleteValue" => "deleted",
        _ => "modified",
    });

    /// <summary>The data without its type: a number in hexadecimal digits, or the text.</summary>
    public static Value Data(Value details)
    {
        var text = details.ToText();
        return IsTyped(text, out var open) ? Value.Of(text[(open + 1)..^1]) : details;
    }

    /// <summary>The type that stands before the data, in the registry's words; texts have none there.</summary>
    public static Value DataType(Value details)
    {
        var text = details.ToText();
        if (!IsTyped(text, out var open))
            return Value.Of(text is "Binary Data" ? "REG_BINARY" : "REG_SZ");
        return Value.Of("REG_" + text[..open].Trim());
    }

    private static bool IsTyped(string text, out int open)
    {
        open = text.IndexOf('(', StringComparison.Ordinal);
        return (text.StartsWith("DWORD (", StringComparison.Ordinal) || text.StartsWith("QWORD (", StringComparison.Ordinal)) && text.EndsWith(')');
    }
}
