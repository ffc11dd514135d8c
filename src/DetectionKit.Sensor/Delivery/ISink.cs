using System.Buffers;
using DetectionKit.Sensor.Alerts;

namespace DetectionKit.Sensor.Delivery;

/// <summary>Where alerts go in the end. Used by one worker thread, but for <see cref="Wrap"/>.</summary>
internal interface ISink : IDisposable
{
    /// <summary>The most records of one <see cref="Send"/>.</summary>
    int Batch { get; }

    /// <summary>Makes what is spooled of an alert and its text. Called by the writer thread.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="text">The alert in the sink's format.</param>
    /// <param name="output">Gets the record.</param>
    void Wrap(Alert alert, ReadOnlySpan<byte> text, IBufferWriter<byte> output) => output.Write(text);

    /// <summary>Delivers records. An <see cref="IOException"/> says, as a problem does, that they should be tried again later.</summary>
    /// <param name="records">The records, in order.</param>
    /// <param name="ending">Set when the sensor has no more time.</param>
    SendResult Send(IReadOnlyList<byte[]> records, CancellationToken ending);
}

/// <summary>How a delivery came out.</summary>
/// <param name="Delivered">How many records, from the first on, are done with: delivered, or rejected.</param>
/// <param name="Rejected">How many of those the receiver will never take.</param>
/// <param name="Problem">Why the rest is not; null: all are done with.</param>
internal readonly record struct SendResult(int Delivered, int Rejected = 0, string? Problem = null)
{
    public static SendResult Failed(string problem) => new(0, 0, problem);
}
