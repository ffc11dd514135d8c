using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Testing.Replay;

/// <summary>Reads captures and logs as events. Safe for several threads.</summary>
public interface IInputs
{
    /// <summary>Reads one input from begin to end.</summary>
    /// <param name="file">The input.</param>
    /// <param name="sink">Takes the events.</param>
    /// <param name="cancellation">Ends it early.</param>
    InputOutcome Read(InputFile file, IEventSink sink, CancellationToken cancellation);
}

/// <summary>A capture or log that is to be read.</summary>
/// <param name="Path">The file on this machine; <c>-</c> is standard input.</param>
/// <param name="Name">The name under which it is known: its events' <c>source</c>, unless they or <paramref name="Source"/> say another.</param>
/// <param name="SourceType">Which source type a log has; null: its content tells.</param>
/// <param name="Source">The <c>source</c> of a log's events, whatever they say; null: what they say, else the name.</param>
public sealed record InputFile(string Path, string Name, string? SourceType = null, string? Source = null);

/// <summary>How the reading of an input came out.</summary>
/// <param name="Problem">Why it could not be read to its end; null: it was.</param>
/// <param name="Last">The latest time in it, whether or not anybody wanted the event; null: there was none.</param>
/// <param name="Remark">Which records of a log could not be read though it was read to its end; null: all could.</param>
public sealed record InputOutcome(string? Problem, Timestamp? Last, string? Remark = null);
