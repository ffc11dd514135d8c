using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>The service control manager's words in CIM's.</summary>
internal static class Services
{
    /// <summary><c>auto start</c> is <c>auto</c>, <c>demand start</c> is <c>manual</c>.</summary>
    public static Value StartMode(Value mode) => Value.Of(mode.ToText() switch
    {
        "auto start" => "auto",
        "demand start" => "manual",
        "disabled" => "disabled",
        "boot start" => "boot",
        "system start" => "system",
        var other => other,
    });

    /// <summary><c>running</c> is <c>started</c>.</summary>
    public static Value Status(Value state) => Value.Of(state.ToText() switch { "running" => "started", var other => other });
}
