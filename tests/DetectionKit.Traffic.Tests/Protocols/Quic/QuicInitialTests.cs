using DetectionKit.Traffic.Protocols.Quic;

namespace DetectionKit.Traffic.Tests.Protocols.Quic;

[TestFixture]
internal sealed class QuicInitialTests
{
    private static readonly byte[] Message = [1, 0, 0, 200, .. Enumerable.Range(0, 200).Select(i => (byte)i)];

    // RFC 9001 appendix A.1, RFC 9369 appendix A.1
    [TestCase(1u, true, "1f369613dd76d5467730efcbe3b1a22d", "fa044b2f42a3fd3b46fb255c", "9f50449e04a0e810283a1e9933adedd2")]
    [TestCase(1u, false, "cf3a5331653c364c88f0f379b6067e37", "0ac1493ca1905853b0bba03e", "c206b8d9b9f0f37644430b490eeaa314")]
    [TestCase(0x6B3343CFu, true, "8b1a0bc121284290a29e0971b5cd045d", "91f73e2351d8fa91660e909f", "45b95e15235d6f45a6b19cbcb0294ba9")]
    public void Keys_are_the_specifications(uint version, bool ofClient, string key, string vector, string header)
    {
        var keys = QuicKeys.Derive(version, SealedInitial.ConnectionId, ofClient)!;
        Assert.That((Convert.ToHexStringLower(keys.Key), Convert.ToHexStringLower(keys.Vector), Convert.ToHexStringLower(keys.Header)), Is.EqualTo((key, vector, header)));
    }

    [Test]
    public void The_specifications_server_packet_opens()
    {
        // RFC 9001 appendix A.3
        var packet = Say.Hex(
            "cf000000010008f067a5502a4262b5004075c0d95a482cd0991cd25b0aac406a5816b6394100f37a1c69797554780bb38cc5a99f5ede4cf73c3ec2493a1839b3dbcba3f6ea46c5b7684df3548e7d"
            + "deb9c3bf9c73cc3f3bded74b562bfb19fb84022f8ef4cdd93795d77d06edbb7aaf2f58891850abbdca3d20398c276456cbc42158407dd074ee");
        var keys = QuicKeys.Derive(1, SealedInitial.ConnectionId, ofClient: false)!;
        var frames = new byte[QuicInitial.LongestPacket];
        Assert.That(QuicHeader.TryRead(packet, out var header), Is.True);
        Assert.That(QuicInitial.TryOpen(packet, in header, keys, frames, out var length), Is.True);
        Assert.That(Convert.ToHexStringLower(frames.AsSpan(0, Math.Min(length, 11))), Is.EqualTo("02000000000600405a0200"));
    }

    [TestCase(1u)]
    [TestCase(0x6B3343CFu)]
    [TestCase(0xFF000016u)]
    [TestCase(0xFF000017u)]
    [TestCase(0xFF00001Du)]
    [TestCase(0xFF000022u)]
    public void A_hello_in_pieces_of_any_order_is_put_together(uint version)
    {
        var handshake = new QuicHandshake();
        handshake.Read(SealedInitial.Make(version, ofClient: true, 1, SealedInitial.Crypto(150, Message.AsSpan(150)), [1], SealedInitial.Crypto(0, Message.AsSpan(0, 60))), fromClient: true);
        Assert.That(handshake.Client.Length, Is.EqualTo(60));
        handshake.Read(SealedInitial.Make(version, ofClient: true, 2, [2, 0, 0, 0, 0], SealedInitial.Crypto(40, Message.AsSpan(40, 130))), fromClient: true);
        Assert.That(handshake.Client.SequenceEqual(Message), Is.True);
        handshake.Read(SealedInitial.Make(version, ofClient: false, 0, SealedInitial.Crypto(0, [2, 0, 0, 0])), fromClient: false);
        Assert.That((handshake.Server.Length, handshake.Version), Is.EqualTo((4, version)));
    }

    [Test]
    public void Several_packets_of_one_datagram_are_read()
    {
        var handshake = new QuicHandshake();
        handshake.Read([.. SealedInitial.Make(1, ofClient: true, 1, SealedInitial.Crypto(0, Message.AsSpan(0, 60))), .. SealedInitial.Make(1, ofClient: true, 2, SealedInitial.Crypto(60, Message.AsSpan(60)))], fromClient: true);
        Assert.That(handshake.Client.Length, Is.EqualTo(Message.Length));
    }

    [Test]
    public void A_changed_packet_does_not_open([Values(0, 7, 18, 20, 600, 1195)] int at)
    {
        var packet = SealedInitial.Make(1, ofClient: true, 1, SealedInitial.Crypto(0, Message));
        packet[at] ^= 4;
        var handshake = new QuicHandshake();
        handshake.Read(packet, fromClient: true);
        Assert.That((handshake.Client.Length, handshake.Version), Is.EqualTo((0, 0u)));
    }

    [Test]
    public void What_lies_behind_the_limit_is_not_kept()
    {
        var stream = new CryptoStream();
        stream.Add(16_380, new byte[5]);
        stream.Add(ulong.MaxValue, new byte[5]);
        stream.Add(0, [1]);
        stream.Add(16_383, [1]);
        Assert.That(stream.Bytes.Length, Is.EqualTo(1));
    }

    [Test]
    public void Pieces_of_any_order_give_the_whole()
    {
        var random = new Random(3);
        for (var run = 0; run < 500; run++)
        {
            var stream = new CryptoStream();
            for (var piece = 0; piece < 200 && stream.Bytes.Length < Message.Length; piece++)
            {
                var start = random.Next(Message.Length);
                stream.Add((ulong)start, Message.AsSpan(start, random.Next(1, Math.Min(80, Message.Length - start) + 1)));
            }

            stream.Add(0, Message);
            Assert.That(stream.Bytes.SequenceEqual(Message), Is.True);
        }
    }

    [Test]
    public void Random_bytes_behind_a_true_header_give_no_exception()
    {
        var random = new Random(7);
        var packet = SealedInitial.Make(1, ofClient: true, 1, SealedInitial.Crypto(0, Message));
        for (var run = 0; run < 3000; run++)
        {
            var bytes = packet.AsSpan(0, random.Next(packet.Length + 1)).ToArray();
            for (var change = 0; change < 3 && bytes.Length > 0; change++)
                bytes[random.Next(Math.Min(bytes.Length, 24))] = (byte)random.Next(256);
            Assert.That(() => new QuicHandshake().Read(bytes, fromClient: true), Throws.Nothing, Convert.ToHexString(bytes));
        }
    }
}
