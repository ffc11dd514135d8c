using DetectionKit.Abstractions.Events;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Sensor.Evidence;

/// <summary>The capture of one alert's flows, which grows as these go on: what came since is a further section of the file. Bounded.</summary>
/// <param name="path">The file.</param>
/// <param name="flows">The flows.</param>
/// <param name="memories">The packets that are remembered.</param>
internal sealed class EvidenceFile(string path, IReadOnlyList<FlowReference> flows, IReadOnlyList<PacketMemory> memories)
{
    private const int MostBytes = 1 << 20;
    private long _bytes;
    private long _until = long.MinValue;

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Adds what is remembered of the flows and is not in the file yet.</summary>
    /// <param name="asFarAsKnown">Whether packets behind the flows' newest known ones are left out.</param>
    /// <param name="makeRoom">Is told how many bytes are coming.</param>
    /// <returns>How many bytes were added.</returns>
    public long Add(bool asFarAsKnown, Action<long> makeRoom)
    {
        using var section = new MemoryStream();
        var newest = Collect(asFarAsKnown, section);
        if (section.Length == 0)
            return 0;
        makeRoom(section.Length);
        Append(section);
        _until = newest;
        _bytes += section.Length;
        return section.Length;
    }

    private long Collect(bool asFarAsKnown, MemoryStream section)
    {
        PcapNgWriter? writer = null;
        LinkType? link = null;
        var newest = _until;
        foreach (var memory in memories)
        {
            memory.Look((in CapturedPacket packet) =>
            {
                if (packet.Time <= _until || (link is { } known && packet.LinkType != known))
                    return true;
                foreach (var flow in flows)
                {
                    if (packet.Time < flow.Start.Nanoseconds || (asFarAsKnown && packet.Time > flow.End.Nanoseconds) || !FlowPackets.IsOf(in packet, flow))
                        continue;
                    link = packet.LinkType;
                    writer ??= new PcapNgWriter(section, packet.LinkType);
                    writer.Write(in packet);
                    newest = Math.Max(newest, packet.Time);
                    break;
                }

                return _bytes + section.Length < MostBytes;
            });
        }

        return newest;
    }

    // Half a section is none, and a file of none is no file.
    private void Append(MemoryStream section)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            section.WriteTo(file);
        }
        catch (IOException)
        {
            if (_bytes == 0)
                File.Delete(path);
            else
                Cut();
            throw;
        }
    }

    private void Cut()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.SetLength(_bytes);
    }
}
