using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Packets.Fragments;
using DetectionKit.Traffic.Verdicts;

namespace DetectionKit.Traffic.Tests.Packets;

/// <summary>
/// The published models, case by case: an older piece, and a newer one in each of the nine ways in which it can overlap (Novak
/// 2005 for fragments, Novak and Sturges 2007 for segments). The letters say who wins the bytes that both have: old or new.
/// </summary>
internal sealed class OverlapRulesTests
{
    private const int From = 16;
    private const int To = 40;

    //                 begins before          | begins together      | begins later
    //                 ends before, with, after| before, with, after  | before, with, after
    [TestCase(OverlapPolicy.First, "ooo ooo ooo")]
    [TestCase(OverlapPolicy.Last, "nnn nnn nnn")]
    [TestCase(OverlapPolicy.Bsd, "nnn ooo ooo")]
    [TestCase(OverlapPolicy.BsdRight, "ooo nnn nnn")]
    [TestCase(OverlapPolicy.Linux, "nnn nnn ooo")]
    [TestCase(OverlapPolicy.Windows, "oon ooo ooo")]
    [TestCase(OverlapPolicy.Solaris, "onn ooo ooo")]
    public void Fragments_are_kept_as_the_receiver_keeps_them(OverlapPolicy policy, string winners) =>
        Assert.That(Table((start, end) => FragmentWinner(policy, start, end)), Is.EqualTo(winners));

    [TestCase(OverlapPolicy.First, "ooo ooo ooo")]
    [TestCase(OverlapPolicy.Last, "nnn nnn nnn")]
    [TestCase(OverlapPolicy.Bsd, "nnn ooo ooo")]
    [TestCase(OverlapPolicy.BsdRight, "ooo nnn nnn")]
    [TestCase(OverlapPolicy.Linux, "nnn oon ooo")]
    [TestCase(OverlapPolicy.Windows, "nnn ooo ooo")]
    [TestCase(OverlapPolicy.Solaris, "onn onn oon")]
    public void Segments_are_kept_as_the_receiver_keeps_them(OverlapPolicy policy, string winners) =>
        Assert.That(Table((start, end) => SegmentWinner(policy, start, end)), Is.EqualTo(winners));

    [Test]
    public void Held_segments_that_overlap_end_up_saying_the_same([Values] OverlapPolicy policy, [Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var pool = new BytePool(1 << 20);
        var held = new HeldSegments();
        var contradictions = 0;
        for (var i = 0; i < 20; i++)
        {
            var bytes = new byte[random.Next(1, 30)];
            random.NextBytes(bytes);
            held.Hold(unchecked(0xFFFFFFF0 + (uint)random.Next(60)), bytes, pool, policy, ref contradictions);
        }

        Assert.That(contradictions, Is.Positive);
        var (said, first) = (new Dictionary<uint, byte>(), held.FirstSequence);
        while (held.Count > 0)
        {
            var at = held.FirstSequence;
            held.TryFirst(at, out var bytes);
            foreach (var value in bytes)
            {
                Assert.That(said.TryGetValue(unchecked(at - first), out var before) ? before : value, Is.EqualTo(value));
                said[unchecked(at++ - first)] = value;
            }

            held.RemoveFirst(pool);
        }

        Assert.That(pool.Lent, Is.Zero);
    }

    private static string Table(Func<int, int, char> winner) => string.Join(' ', new[] { From - 8, From, From + 8 }
        .Select(start => string.Concat(new[] { To - 8, To, To + 8 }.Select(end => winner(start, end)))));

    private static char FragmentWinner(OverlapPolicy policy, int start, int end)
    {
        var datagram = new Datagram();
        Add(From, To, 'o', policy);
        Add(start, end, 'n', policy);
        Add(0, 8, '.', OverlapPolicy.First);
        Add(8, From, '.', OverlapPolicy.First);
        var whole = default(Packet);
        datagram.Fill(ref whole);
        return (char)whole.Payload[Math.Max(From, start)];

        void Add(int from, int to, char content, OverlapPolicy with)
        {
            var bytes = new byte[to - from];
            Array.Fill(bytes, (byte)content);
            var piece = new Packet { IsFragment = true, MoreFragments = true, FragmentOffset = from, Payload = bytes, PayloadLength = bytes.Length, IpVersion = 4 };
            if (datagram.Size == 0)
                datagram.Begin(FragmentKey.Of(in piece), in piece);
            datagram.Add(in piece, with);
        }
    }

    private static char SegmentWinner(OverlapPolicy policy, int start, int end)
    {
        var pool = new BytePool(1 << 20);
        var held = new HeldSegments();
        var contradictions = 0;
        held.Hold(From, Of('o', To - From), pool, policy, ref contradictions);
        var newer = held.Settle((uint)start, Of('n', end - start), policy, ref contradictions);
        var said = (char)newer[Math.Max(From, start) - start];
        held.TryFirst((uint)Math.Max(From, start), out var kept);
        Assert.That(((char)kept[0], contradictions), Is.EqualTo((said, 1)));
        return said;

        static byte[] Of(char content, int length)
        {
            var bytes = new byte[length];
            Array.Fill(bytes, (byte)content);
            return bytes;
        }
    }
}
