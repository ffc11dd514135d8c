using DetectionKit.Abstractions.Values;

namespace DetectionKit.Sensor.Alerts;

/// <summary>The fields of a row that other formats have places for, whatever the rule's prefix: <c>src</c> after <c>src_ip</c>.</summary>
internal static class RowFields
{
    /// <summary>The first value under one of the names; null: none has one.</summary>
    public static string? Text(Alert alert, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (alert.Row[name] is { IsNull: false } value)
                return value.Items[0].ToText();
        }

        return null;
    }

    /// <summary>The first whole number under one of the names.</summary>
    public static long? Number(Alert alert, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (alert.Row[name] is { IsNull: false } value && value.Items[0].TryGetInteger(out var number))
                return number;
        }

        return null;
    }

    public static string? Source(Alert alert) => Text(alert, "src_ip", "src");

    public static string? Destination(Alert alert) => Text(alert, "dest_ip", "dest");

    public static long? SourcePort(Alert alert) => Number(alert, "src_port");

    public static long? DestinationPort(Alert alert) => Number(alert, "dest_port");

    /// <summary>A moment as other formats write it.</summary>
    public static string Iso(Timestamp time) => time.ToUtc().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture);
}
