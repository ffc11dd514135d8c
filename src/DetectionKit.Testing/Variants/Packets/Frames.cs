using System.Buffers.Binary;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Testing.Variants.Packets;

/// <summary>A capture's frames, in memory.</summary>
internal sealed class Frames(int link)
{
    private const int FileHeader = 24, RecordHeader = 16;

    /// <summary>What the frames begin with.</summary>
    public int Link => link;

    /// <summary>The frames in order.</summary>
    public List<Frame> List { get; } = [];

    /// <summary>Reads a capture; frames of another link type than the first are left out.</summary>
    public static Frames Read(byte[] capture)
    {
        using var reader = CaptureReader.Open(new MemoryStream(capture));
        var packet = default(CapturedPacket);
        Frames? frames = null;
        while (reader.Read(ref packet))
        {
            frames ??= new((int)packet.LinkType);
            if ((int)packet.LinkType == frames.Link)
                frames.List.Add(new(packet.Time, packet.WireLength - packet.Data.Length, packet.Data.ToArray()));
        }

        return frames ?? new((int)LinkType.Ethernet);
    }

    /// <summary>Adds a frame.</summary>
    public void Add(long time, byte[] bytes, int cut = 0) => List.Add(new(time, cut, bytes));

    /// <summary>The frames as pcap with nanoseconds.</summary>
    public byte[] Write()
    {
        var file = new byte[FileHeader + List.Sum(frame => RecordHeader + frame.Bytes.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(file, 0xA1B23C4D);
        file[4] = 2;
        file[6] = 4;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 1 << 18);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(20), link);
        var at = FileHeader;
        foreach (var frame in List)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), (uint)(frame.Time / 1_000_000_000));
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 4), (uint)(frame.Time % 1_000_000_000));
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 8), frame.Bytes.Length);
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 12), frame.Bytes.Length + frame.Cut);
            frame.Bytes.CopyTo(file, at + RecordHeader);
            at += RecordHeader + frame.Bytes.Length;
        }

        return file;
    }
}

/// <summary>One frame.</summary>
/// <param name="Time">Nanoseconds since the epoch.</param>
/// <param name="Cut">How many bytes of it the capture left out.</param>
/// <param name="Bytes">The others.</param>
internal readonly record struct Frame(long Time, int Cut, byte[] Bytes);
