using System.Collections.Immutable;
using System.Text;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Tests.Protocols;

/// <summary>Who is asked about which first bytes.</summary>
public sealed class FirstBytesTableTests
{
    private static readonly Identifier[] Some =
    [
        new Named("pairs", Carrier.Tcp, Prefix.Text("ab"), Prefix.Text("cd")),
        new Named("anything", Carrier.Both, Prefix.Any),
        new Named("second", Carrier.Both, new Prefix(ByteSet.Any, ByteSet.Of((byte)'d'))),
        new Named("datagrams", Carrier.Udp, Prefix.Text("ab")),
    ];

    [TestCase("a", ExpectedResult = "pairs anything second")]
    [TestCase("ab", ExpectedResult = "pairs anything")]
    [TestCase("ad", ExpectedResult = "anything second")]
    [TestCase("cd", ExpectedResult = "pairs anything second")]
    [TestCase("cdefghijklmn", ExpectedResult = "pairs anything second")]
    [TestCase("x", ExpectedResult = "anything second")]
    public string A_prefix_s_second_position_counts_only_with_its_own_first(string text) => Asked(new(Some, Carrier.Tcp), text);

    [Test]
    public void Only_who_the_carrier_can_carry_is_asked() => Assert.That(Asked(new(Some, Carrier.Udp), "ab"), Is.EqualTo("anything datagrams"));

    [Test]
    public void Who_was_excluded_before_is_not_asked_again()
    {
        var table = new FirstBytesTable(Some, Carrier.Tcp);
        var candidates = table.All;
        candidates.Remove(1);
        table.Narrow(ref candidates, "ab"u8);
        Assert.That(Names(candidates), Is.EqualTo("pairs"));
    }

    [Test]
    public void The_table_of_all_asks_whose_prefixes_fit([Values(Carrier.Tcp, Carrier.Udp)] Carrier carrier, [Values("GET / HT", "SSH-2.0-", "\x16\x03\x01\x02\x00\x01\x00\x01", "\x00\x01\x02", "EHLO", "220 ", "\xFF")] string text)
    {
        var catalogue = IdentifierCatalogue.All;
        var bytes = Encoding.Latin1.GetBytes(text);
        var table = carrier == Carrier.Tcp ? catalogue.Tcp : catalogue.Udp;
        var candidates = table.All;
        table.Narrow(ref candidates, bytes);
        for (var i = 0; i < catalogue.Count; i++)
            Assert.That(candidates.Has(i), Is.EqualTo((catalogue[i].Carrier & carrier) != 0 && Say.Fits(catalogue[i], carrier, bytes)), catalogue[i].App);
    }

    private static string Asked(FirstBytesTable table, string text)
    {
        var candidates = table.All;
        table.Narrow(ref candidates, Encoding.Latin1.GetBytes(text));
        return Names(candidates);
    }

    private static string Names(SmallSet set)
    {
        var names = new List<string>();
        foreach (var index in set)
            names.Add(Some[index].App);
        return string.Join(' ', names);
    }

    private sealed class Named(string app, Carrier carrier, params Prefix[] prefixes) : Identifier
    {
        public override string App => app;

        public override Carrier Carrier => carrier;

        public override ImmutableArray<Prefix> Prefixes { get; } = [.. prefixes];

        public override Claim Inspect(in Utterance said) => Claim.No;
    }
}
