using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Tests.Protocols;

/// <summary>
/// Messages in <c>Vectors/NAME.txt</c>, one a line: carrier, bytes in hexadecimal digits, and what it is. Made after the specifications; each must be
/// known for what it is, by itself, among all identifiers.
/// </summary>
[TestFixture]
internal sealed class VectorTests
{
    private static readonly Identifier[] Identifiers =
    [
        .. typeof(Identifier).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Identifier)) && !type.IsAbstract)
            .Select(type => (Identifier)Activator.CreateInstance(type)!),
    ];

    private static IEnumerable<TestCaseData> Vectors() =>
        from file in Directory.EnumerateFiles(Path.Combine(TestContext.CurrentContext.TestDirectory, "Protocols", "Vectors"), "*.txt").Order(StringComparer.Ordinal)
        let app = Path.GetFileNameWithoutExtension(file)
        from line in File.ReadLines(file)
        let parts = line.Split(' ', 4)
        select new TestCaseData(app, parts[0], Convert.FromHexString(parts[1])).SetName($"{app}: {parts[3]} ({parts[0]})");

    [TestCaseSource(nameof(Vectors))]
    public void A_message_has_its_name(string app, string carrier, byte[] bytes)
    {
        var claims = Identifiers
            .Where(identifier => identifier.Carrier.HasFlag(CarrierOf(carrier)))
            .Select(identifier => (identifier.App, Claim: Inspect(identifier, carrier, bytes, complete: true)))
            .Where(claim => claim.Claim.Kind == ClaimKind.Yes)
            .OrderByDescending(claim => claim.Claim.Bits)
            .Select(claim => (claim.App, claim.Claim.Bits))
            .ToArray();
        Assert.That(claims.FirstOrDefault().App, Is.EqualTo(app), string.Join(", ", claims));
        Assert.That(claims[0].Bits, Is.GreaterThanOrEqualTo(Evidence.Sufficient));
        if (claims.Length > 1)
            Assert.That(claims[0].Bits - claims[1].Bits, Is.GreaterThanOrEqualTo(Evidence.Lead), string.Join(", ", claims));
    }

    [TestCaseSource(nameof(Vectors))]
    public void A_stream_that_comes_byte_by_byte_is_waited_for(string app, string carrier, byte[] bytes)
    {
        var identifier = Identifiers.First(identifier => string.Equals(identifier.App, app, StringComparison.Ordinal) && identifier.Carrier.HasFlag(CarrierOf(carrier)));
        for (var length = 1; length < bytes.Length; length++)
        {
            var claim = Inspect(identifier, carrier, bytes.AsSpan(0, length), complete: CarrierOf(carrier) == Carrier.Udp);
            if (CarrierOf(carrier) == Carrier.Tcp)
                Assert.That(claim.Kind, Is.Not.EqualTo(ClaimKind.No), Convert.ToHexString(bytes.AsSpan(0, length)));
        }
    }

    [Test]
    public void A_message_with_wrong_bytes_in_it_throws_nothing()
    {
        var vectors = Vectors().Select(vector => (Carrier: (string)vector.Arguments[1]!, Bytes: (byte[])vector.Arguments[2]!)).ToArray();
        var random = new Random(11);
        for (var run = 0; run < 20_000; run++)
        {
            var (carrier, original) = vectors[random.Next(vectors.Length)];
            var bytes = original.AsSpan(0, random.Next(1, original.Length + 1)).ToArray();
            for (var change = random.Next(0, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            foreach (var identifier in Identifiers.Where(identifier => identifier.Carrier.HasFlag(CarrierOf(carrier))))
                Assert.That(() => Inspect(identifier, carrier, bytes, complete: true), Throws.Nothing, $"{identifier.App} {Convert.ToHexString(bytes)}");
        }
    }

    /// <summary>What breaks readers of text: a word where nothing follows but blanks, a number as large as there is, two messages cut and joined.</summary>
    [Test]
    public void A_message_with_odd_words_and_numbers_throws_nothing()
    {
        var vectors = Vectors().Select(vector => (Carrier: (string)vector.Arguments[1]!, Bytes: (byte[])vector.Arguments[2]!)).ToArray();
        string[] odd = [" ", "  ", "\r\n", " \r\n", "\t", "\0", "0", "2147483647", "4294967295", "18446744073709551615", "$2147483647\r\n", "-", ":", "\"", "<", ">"];
        var random = new Random(13);
        for (var run = 0; run < 4_000; run++)
        {
            var (carrier, original) = vectors[random.Next(vectors.Length)];
            var bytes = original.ToList();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(bytes.Count + 1);
                var length = random.Next(Math.Min(bytes.Count - at, 12) + 1);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Say.Bytes(odd[random.Next(odd.Length)]));
            }

            var text = bytes.Take(random.Next(1, 400)).ToArray();
            if (text.Length == 0)
                continue;
            var peer = random.Next(2) == 0 ? [] : vectors[random.Next(vectors.Length)].Bytes;
            var (fromStart, first, complete) = (random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0);
            foreach (var identifier in Identifiers.Where(identifier => identifier.Carrier.HasFlag(CarrierOf(carrier))))
                Assert.That(() => CarrierOf(carrier) == Carrier.Tcp ? Say.Tcp(identifier, text, complete, fromStart, first, peer) : Say.Udp(identifier, text, peer: peer), Throws.Nothing, $"{identifier.App} {Convert.ToHexString(text)}");
        }
    }

    /// <summary>What a side said before may be anything, the beginning of the same message too.</summary>
    [Test]
    public void A_datagram_behind_the_beginning_of_itself_throws_nothing()
    {
        foreach (var bytes in Vectors().Where(vector => CarrierOf((string)vector.Arguments[1]!) == Carrier.Udp).Select(vector => (byte[])vector.Arguments[2]!))
        {
            foreach (var identifier in Identifiers.Where(identifier => identifier.Carrier.HasFlag(Carrier.Udp) && Say.Fits(identifier, Carrier.Udp, bytes)))
            {
                for (var cut = 1; cut <= Math.Min(bytes.Length, 64); cut++)
                {
                    var before = bytes[..cut];
                    Assert.That(
                        () => identifier.Inspect(new Utterance { Carrier = Carrier.Udp, Bytes = bytes, Previous = before, Ordinal = 1, WireLength = bytes.Length, Complete = true }).Bits,
                        Throws.Nothing, $"{identifier.App} {Convert.ToHexString(bytes)} behind {cut} bytes");
                }
            }
        }
    }

    [TestCase("memcached", "set k 0 0 \r\n")]
    [TestCase("memcached", "set k 0 60 5 \r\n")]
    [TestCase("memcached", "VERSION \r\n")]
    [TestCase("nntp", "200 news\r\n211   \r\n")]
    [TestCase("redis", "$2147483647\r\n")]
    public void A_message_that_ends_where_more_has_to_come_is_refused(string app, string text)
    {
        foreach (var identifier in Identifiers.Where(identifier => string.Equals(identifier.App, app, StringComparison.Ordinal)))
            Assert.That(Say.Tcp(identifier, Say.Bytes(text)).Bits, Is.LessThan(Evidence.Sufficient));
    }

    private static Carrier CarrierOf(string carrier) => string.Equals(carrier, "tcp", StringComparison.Ordinal) ? Carrier.Tcp : Carrier.Udp;

    private static Claim Inspect(Identifier identifier, string carrier, ReadOnlySpan<byte> bytes, bool complete) =>
        CarrierOf(carrier) == Carrier.Tcp ? Say.Tcp(identifier, bytes, complete) : Say.Udp(identifier, bytes);
}
