namespace DetectionKit.Language.Diagnostics;

public static partial class DiagnosticTable
{
    /// <summary>Something in a sensor's configuration is wrong; <c>dk-sensor</c> says what.</summary>
    public static DiagnosticDescriptor SensorConfiguration { get; } =
        Error("DK5001", "sensor configuration", "{0}");
}
