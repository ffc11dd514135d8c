using DetectionKit.Traffic.Protocols.Framework;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Traffic.Tests.Protocols;

/// <summary>What holds for every identifier: shared by the fixtures of each.</summary>
internal abstract class IdentifierContract(Identifier identifier)
{
    protected Identifier Identifier => identifier;

    /// <summary>Whole things that the protocol says over TCP, each with enough in it to be known by.</summary>
    protected virtual IEnumerable<byte[]> Streams => [];

    /// <summary>Datagrams of the protocol, each known by itself.</summary>
    protected virtual IEnumerable<byte[]> Datagrams => [];

    [Test]
    public void A_stream_is_known_when_it_is_whole()
    {
        foreach (var stream in Streams)
            Assert.That(Say.Tcp(identifier, stream).Bits, Is.GreaterThanOrEqualTo(Evidence.Sufficient), Show(stream));
    }

    [Test]
    public void A_stream_is_not_refused_while_it_comes_byte_by_byte()
    {
        foreach (var stream in Streams)
        {
            for (var length = 1; length < stream.Length; length++)
                Assert.That(Say.Tcp(identifier, stream.AsSpan(0, length), complete: false).Kind, Is.Not.EqualTo(ClaimKind.No), Show(stream.AsSpan(0, length)));
        }
    }

    [Test]
    public void The_first_bytes_of_a_stream_are_no_proof()
    {
        foreach (var stream in Streams)
        {
            for (var length = 1; length < 3; length++)
                Assert.That(Say.Tcp(identifier, stream.AsSpan(0, length)).Bits, Is.LessThan(Evidence.Sufficient), Show(stream.AsSpan(0, length)));
        }
    }

    [Test]
    public void A_datagram_is_known_by_itself()
    {
        foreach (var datagram in Datagrams)
            Assert.That(Say.Udp(identifier, datagram).Bits, Is.GreaterThanOrEqualTo(Evidence.Sufficient), Show(datagram));
    }

    [Test]
    public void A_cut_datagram_gives_no_exception()
    {
        foreach (var datagram in Datagrams)
        {
            for (var length = 1; length < datagram.Length; length++)
                Assert.That(() => Say.Udp(identifier, datagram.AsSpan(0, length), datagram.Length), Throws.Nothing, Show(datagram.AsSpan(0, length)));
        }
    }

    [Test]
    public void Random_bytes_are_never_known() => Never(ArbMap.Default.ArbFor<byte[]>().Generator.Resize(1200));

    [Test]
    public void Random_bytes_behind_a_true_beginning_give_no_exception()
    {
        var beginnings = Streams.Concat(Datagrams).ToArray();
        if (beginnings.Length == 0)
            return;
        var random = new Random(5);
        for (var run = 0; run < 2000; run++)
        {
            var bytes = beginnings[random.Next(beginnings.Length)].ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.That(() => Inspect(bytes), Throws.Nothing, Show(bytes));
        }
    }

    private void Never(Gen<byte[]> generator) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(17, 19), Prop.ForAll(generator.ToArbitrary(), bytes => bytes.Length == 0 || Inspect(bytes) < Evidence.Sufficient));

    private int Inspect(byte[] bytes) => Math.Max(
        identifier.Carrier.HasFlag(Carrier.Tcp) ? Say.Tcp(identifier, bytes).Bits : 0,
        identifier.Carrier.HasFlag(Carrier.Udp) ? Say.Udp(identifier, bytes).Bits : 0);

    private static string Show(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes);
}
