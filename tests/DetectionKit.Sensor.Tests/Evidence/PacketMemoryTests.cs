using DetectionKit.Sensor.Evidence;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Sensor.Tests.Evidence;

public sealed class PacketMemoryTests
{
    [Test]
    public void The_oldest_packets_make_room_for_the_newest()
    {
        var memory = new PacketMemory(100);
        for (byte i = 1; i <= 20; i++)
            Add(memory, i, 10);
        Assert.That(Seen(memory), Is.EqualTo(Enumerable.Range(11, 10).Select(i => (long)i)));
        Add(memory, 21, 95);
        Assert.That(Seen(memory), Is.EqualTo([21L]));
    }

    [Test]
    public void What_is_overwritten_while_somebody_looks_is_passed_over()
    {
        var memory = new PacketMemory(100);
        for (byte i = 1; i <= 10; i++)
            Add(memory, i, 10);
        var seen = new List<long>();
        memory.Look((in CapturedPacket packet) =>
        {
            Assert.That(packet.Data[0], Is.EqualTo(packet.Time), "its own bytes");
            seen.Add(packet.Time);
            if (packet.Time == 2)
            {
                for (byte i = 11; i <= 15; i++)
                    Add(memory, i, 10);
            }

            return packet.Time < 8;
        });
        Assert.That(seen, Is.EqualTo([1L, 2, 6, 7, 8]));
    }

    private static void Add(PacketMemory memory, byte value, int length)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill(value);
        memory.Add(new CapturedPacket { Data = bytes, Time = value, WireLength = length, LinkType = LinkType.Ethernet });
    }

    private static List<long> Seen(PacketMemory memory)
    {
        var seen = new List<long>();
        memory.Look((in CapturedPacket packet) =>
        {
            seen.Add(packet.Time);
            return true;
        });
        return seen;
    }
}
