using DetectionKit.Abstractions.Events;
using DetectionKit.Engine.Running;
using DetectionKit.Logs;
using DetectionKit.Traffic;

namespace DetectionKit.Testing.Sessions;

/// <summary>Names the code that makes events and rows: the module version ids of its assemblies. Another build, another stamp.</summary>
internal static class EngineStamp
{
    public static string Current { get; } = string.Join(
        '-',
        new[] { typeof(IEventSink), typeof(DetectionRun), typeof(TrafficEngine), typeof(LogReader), typeof(EngineStamp) }
            .Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N")));
}
