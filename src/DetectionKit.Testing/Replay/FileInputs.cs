using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs;
using DetectionKit.Logs.Reading;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Testing.Replay;

/// <summary>Reads captures and logs, told apart by content.</summary>
public sealed class FileInputs : IInputs
{
    private const string CaptureSourceType = "detectionkit:pcap";

    /// <summary>How packets are read.</summary>
    public TrafficOptions Packets { get; init; } = TrafficOptions.Default;

    /// <summary>When the run is: times without a year are then the latest before a file's last writing, of standard input before this. Null: they are in the year 2000, so that a test says the same in every year.</summary>
    public Timestamp? Now { get; init; }

    /// <inheritdoc/>
    public InputOutcome Read(InputFile file, IEventSink sink, CancellationToken cancellation)
    {
        Stream stream;
        try
        {
            stream = Open(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(CaptureError.Of(e).Reason, null);
        }

        using (stream)
        {
            var peeked = new HeadStream(stream);
            if (string.Equals(file.SourceType, CaptureSourceType, StringComparison.Ordinal) || CaptureReader.Recognises(peeked.Head))
                return CaptureInputs.Read(peeked, file.Name, Packets, sink, cancellation);
            var outcome = LogReader.Read(peeked, new LogHints(file.Name, file.SourceType, FixedSource: file.Source, Written: WrittenAt(file.Path)), sink, cancellation);
            return new(cancellation.IsCancellationRequested ? "cancelled" : outcome.Problem, outcome.Last, outcome.Remark);
        }
    }

    private Timestamp? WrittenAt(string path) =>
        Now is null || IsStandardInput(path) ? Now : Timestamp.FromSeconds(new DateTimeOffset(File.GetLastWriteTimeUtc(path)).ToUnixTimeSeconds());

    private static bool IsStandardInput(string path) => string.Equals(path, "-", StringComparison.Ordinal);

    private static Stream Open(string path)
    {
#pragma warning disable RS0030 // Standard input is an input like a file; nothing is said there.
        return IsStandardInput(path)
            ? Console.OpenStandardInput()
#pragma warning restore RS0030
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, FileOptions.SequentialScan);
    }
}
