using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Observing;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Sensor.Evidence;

/// <summary>Writes what is remembered of an alert's flows as a small pcapng, once for each alert. Bounded: the oldest files go when there are too many bytes, or when they are old.</summary>
internal sealed class EvidenceFolder
{
    private const int MostBytes = 1 << 20;
    private const int AlertIdDigits = 32;
    private readonly EvidenceConfiguration _configuration;
    private readonly IReadOnlyList<PacketMemory> _memories;
    private readonly SensorLog _log;
    private readonly Queue<(string Path, long Bytes, DateTime Written)> _files = new();
    private long _bytes;

    public EvidenceFolder(EvidenceConfiguration configuration, IReadOnlyList<PacketMemory> memories, SensorLog log)
    {
        _configuration = configuration;
        _memories = memories;
        _log = log;
        foreach (var file in new DirectoryInfo(configuration.Folder).GetFiles("*.pcapng").Where(IsOurs).OrderBy(file => file.LastWriteTimeUtc))
        {
            _files.Enqueue((file.FullName, file.Length, file.LastWriteTimeUtc));
            _bytes += file.Length;
        }
    }

    /// <summary>Writes the evidence of an alert.</summary>
    /// <returns>The alert, with the name of its file where there is one.</returns>
    public Alert Attach(Alert alert)
    {
        if (alert.Row.Origin.Flows is not { } trail)
            return alert;
        var path = Path.Combine(_configuration.Folder, alert.Id + ".pcapng");
        if (File.Exists(path))
            return alert with { EvidenceFile = path };
        try
        {
            using var capture = new MemoryStream();
            Collect(trail.Flows, capture);
            if (capture.Length == 0)
                return alert;
            MakeRoom(capture.Length);
            Write(path, capture);
            _files.Enqueue((path, capture.Length, DateTime.UtcNow));
            _bytes += capture.Length;
            return alert with { EvidenceFile = path };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.Warn($"evidence: {e.Message}");
            return alert;
        }
    }

    private void Collect(IReadOnlyList<Abstractions.Events.FlowReference> flows, MemoryStream capture)
    {
        PcapNgWriter? writer = null;
        LinkType? link = null;
        foreach (var memory in _memories)
        {
            memory.Look((in CapturedPacket packet) =>
            {
                if (link is { } known && packet.LinkType != known)
                    return true;
                foreach (var flow in flows)
                {
                    if (packet.Time < flow.Start.Nanoseconds || packet.Time > flow.End.Nanoseconds || !FlowPackets.IsOf(in packet, flow))
                        continue;
                    link = packet.LinkType;
                    writer ??= new PcapNgWriter(capture, packet.LinkType);
                    writer.Write(in packet);
                    break;
                }

                return capture.Length < MostBytes;
            });
        }
    }

    // Half a file is none.
    private static void Write(string path, MemoryStream capture)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            capture.WriteTo(file);
        }
        catch (IOException)
        {
            File.Delete(path);
            throw;
        }
    }

    // Named by an alert's id: whatever else lies in the folder is somebody's own.
    private static bool IsOurs(FileInfo file) => file.Name.Length == AlertIdDigits + file.Extension.Length && file.Name[..AlertIdDigits].All(char.IsAsciiHexDigitLower);

    private void MakeRoom(long bytes)
    {
        var oldest = DateTime.UtcNow - _configuration.MaxAge;
        while (_files.TryPeek(out var file) && (_bytes + bytes > (long)_configuration.MaxMegabytes << 20 || file.Written < oldest))
        {
            File.Delete(file.Path);
            _bytes -= file.Bytes;
            _files.Dequeue();
        }
    }
}
