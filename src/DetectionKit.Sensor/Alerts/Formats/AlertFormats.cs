using System.Collections.Frozen;

namespace DetectionKit.Sensor.Alerts.Formats;

/// <summary>Every format of this assembly, by name.</summary>
internal static class AlertFormats
{
    public static FrozenDictionary<string, AlertFormat> All { get; } = typeof(AlertFormats).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(AlertFormat)))
        .Select(type => (AlertFormat)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(format => format.Name, StringComparer.Ordinal);
}
