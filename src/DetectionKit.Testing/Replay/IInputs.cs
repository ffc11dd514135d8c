using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Testing.Replay;

/// <summary>Reads captures and logs as events. Safe for several threads.</summary>
public interface IInputs
{
    /// <summary>Reads one input from begin to end.</summary>
    /// <param name="path">The file on this machine.</param>
    /// <param name="source">The name under which events know it.</param>
    /// <param name="sink">Takes the events.</param>
    /// <param name="cancellation">Ends it early.</param>
    InputOutcome Read(string path, string source, IEventSink sink, CancellationToken cancellation);
}

/// <summary>How the reading of an input came out.</summary>
/// <param name="Problem">Why it could not be read to its end; null: it was.</param>
/// <param name="Last">The latest time in it, whether or not anybody wanted the event; null: there was none.</param>
public sealed record InputOutcome(string? Problem, Timestamp? Last);
