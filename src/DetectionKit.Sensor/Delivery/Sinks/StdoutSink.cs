namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>A line each on standard output.</summary>
internal sealed class StdoutSink(Stream output) : ISink
{
    public int Batch => 256;

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
