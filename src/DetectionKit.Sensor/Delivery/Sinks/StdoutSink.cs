using Microsoft.Win32.SafeHandles;

namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>A line each on standard output.</summary>
internal sealed class StdoutSink(Stream output) : ISink
{
    public int Batch => 256;

    /// <summary>Standard output. A pipe is written to by its handle: the runtime's own stream says nothing when nobody reads it any more.</summary>
    public static Stream Open()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        var direct = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return direct.CanSeek ? Console.OpenStandardOutput() : direct;
    }

    public SendResult Send(IReadOnlyList<byte[]> records, CancellationToken ending)
    {
        using var lines = new MemoryStream();
        foreach (var record in records)
        {
            lines.Write(record);
            lines.WriteByte((byte)'\n');
        }

        output.Write(lines.GetBuffer(), 0, (int)lines.Length);
        output.Flush();
        return new(records.Count);
    }

    public void Dispose() => output.Dispose();
}
