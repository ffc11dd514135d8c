using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Dns;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Llmnr;
using DetectionKit.Traffic.Protocols.Mdns;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class DnsIdentifierTests() : IdentifierContract(new DnsIdentifier())
{
    private const string Query = "1234 0100 0001 0000 0000 0000 0161 076578616D706C65 00 0001 0001";
    private const string Response = "1234 8180 0001 0001 0000 0000 0161 076578616D706C65 00 0001 0001 C00C 0001 0001 00000E10 0004 C0000201";

    private static readonly IpAddress MdnsGroup = IpAddress.FromV4(0xE00000FB);
    private static readonly IpAddress LlmnrGroup = IpAddress.FromV4(0xE00000FC);

    protected override IEnumerable<byte[]> Datagrams => [Say.Hex(Query), Say.Hex(Response), Say.Hex("0001 2800 0001 0000 0001 0000 0161 00 0006 0001 0162 C00C 0001 00FF 00000000 0000")];

    protected override IEnumerable<byte[]> Streams => [Say.Hex("001B" + Query), Say.Hex("002B" + Response)];

    [TestCase(Query, "Client: query")]
    [TestCase(Response, "Server: response")]
    [TestCase("1234 0100 0001 0000 0000 0000 0161 07 6578", "Client: header of a broken query")] // a name without end
    [TestCase("1234 0100 0001 0000 0000 0000 C00C 0001 0001", "Client: header of a broken query")] // a pointer to itself
    [TestCase("1234 0100 0001 0000 0000 0000 0161 00 0001 0007", "Client: header of a broken query")] // no such class
    [TestCase("1234 0140 0001 0000 0000 0000 0161 00 0001 0001", "Client: query")] // a reserved bit
    [TestCase("1234 0100 0101 0000 0000 0000 0161 00 0001 0001", "No")] // more questions than fit
    [TestCase("1234 8180 0001 0001 0000 0000 0161 00 0001 0001 C00C 0001 0001 00000E10 0005 C000020100", "No")] // an address of five bytes
    [TestCase("80F0 0010 0001 0000 0000 0000 20434B4141414141414141414141414141414141414141414141414141414141410000210001", "No")] // NetBIOS
    public void Datagrams_of_one_side(string hex, string expected) => Assert.That(Say.Text(Say.Udp(Identifier, Say.Hex(hex))), Is.EqualTo(expected));

    [Test]
    public void A_group_address_makes_it_mdns_or_llmnr()
    {
        var query = Say.Hex(Query);
        Assert.Multiple(() =>
        {
            Assert.That(Say.Udp(Identifier, query, destination: MdnsGroup).Kind, Is.EqualTo(ClaimKind.No));
            Assert.That(Say.Udp(new MdnsIdentifier(), query, destination: MdnsGroup).Bits, Is.GreaterThanOrEqualTo(Evidence.Decisive));
            Assert.That(Say.Udp(new MdnsIdentifier(), query).Kind, Is.EqualTo(ClaimKind.No));
            Assert.That(Say.Udp(Identifier, query, destination: LlmnrGroup).Kind, Is.EqualTo(ClaimKind.No));
            Assert.That(Say.Udp(new LlmnrIdentifier(), query, destination: LlmnrGroup).Bits, Is.GreaterThanOrEqualTo(Evidence.Decisive));
            Assert.That(Say.Udp(new LlmnrIdentifier(), query).Kind, Is.EqualTo(ClaimKind.No));
        });
    }

    [Test]
    public void A_unicast_answer_is_what_its_query_was()
    {
        var response = Say.Hex(Response);
        Assert.Multiple(() =>
        {
            Assert.That(Say.Udp(Identifier, response, group: LlmnrGroup).Kind, Is.EqualTo(ClaimKind.No));
            Assert.That(Say.Udp(new LlmnrIdentifier(), response, group: LlmnrGroup).Role, Is.EqualTo(Role.Server));
            Assert.That(Say.Udp(new MdnsIdentifier(), response, group: MdnsGroup).Kind, Is.EqualTo(ClaimKind.Yes));
        });
    }

    [TestCase("001D 1234 0000 0001 0000 0000 0000 0B 776F726B73746174696F6E 00 0001 0001", "llmnr")]
    [TestCase("002D 1234 8000 0001 0001 0000 0000 0B 776F726B73746174696F6E 00 0001 0001 C00C 0001 0001 00000001 0004 C0A80164", "llmnr")]
    [TestCase("001D 1234 0100 0001 0000 0000 0000 0B 776F726B73746174696F6E 00 0001 0001", "dns")] // recursion desired
    [TestCase("001B 1234 0000 0001 0000 0000 0000 0161 076578616D706C65 00 0001 0001", "dns")] // two labels
    [TestCase("0013 1234 0000 0001 0000 0000 0000 0161 00 0002 0001", "dns")] // a server asks a server
    public void Over_tcp_a_single_label_without_recursion_is_llmnr(string hex, string expected)
    {
        var (dns, llmnr) = (Say.Tcp(Identifier, Say.Hex(hex)), Say.Tcp(new LlmnrIdentifier(), Say.Hex(hex)));
        Assert.That((dns.Kind, llmnr.Kind), Is.EqualTo(string.Equals(expected, "dns", StringComparison.Ordinal) ? (ClaimKind.Yes, ClaimKind.No) : (ClaimKind.No, ClaimKind.Yes)));
    }

    [TestCase("1234 8000 0001 0001 0000 0000 0B 776F726B73746174696F6E 00 0001 0001 C00C 0001 0001 00000001 0004 C0A80164", "llmnr")]
    [TestCase("1234 8180 0001 0001 0000 0000 0B 776F726B73746174696F6E 00 0001 0001 C00C 0001 0001 00000001 0004 C0A80164", "dns")] // recursion desired and there
    [TestCase("1234 8400 0001 0001 0000 0000 0B 776F726B73746174696F6E 00 0001 0001 C00C 0001 0001 00000001 0004 C0A80164", "dns")] // an authority
    [TestCase("1234 8000 0001 0001 0000 0000 0161 076578616D706C65 00 0001 0001 C00C 0001 0001 00000001 0004 C0A80164", "dns")] // two labels
    [TestCase("1234 0000 0001 0000 0000 0000 0B 776F726B73746174696F6E 00 0001 0001", "dns")] // a query: LLMNR's go to its group
    public void A_reply_whose_query_nobody_saw_is_llmnr_by_its_bytes(string hex, string expected)
    {
        var (dns, llmnr) = (Say.Udp(Identifier, Say.Hex(hex)), Say.Udp(new LlmnrIdentifier(), Say.Hex(hex)));
        Assert.That((dns.Kind, llmnr.Kind), Is.EqualTo(string.Equals(expected, "dns", StringComparison.Ordinal) ? (ClaimKind.Yes, ClaimKind.No) : (ClaimKind.No, ClaimKind.Yes)));
    }

    [Test]
    public void A_bare_refusal_is_an_answer() => Assert.That(Say.Udp(Identifier, Say.Hex("3040 8081 0000 0000 0000 0000")).Bits, Is.GreaterThanOrEqualTo(Evidence.Decisive));

    [Test]
    public void Right_questions_before_broken_records_are_enough_alone() =>
        Assert.That(
            Say.Udp(Identifier, Say.Hex("1234 8180 0001 0001 0000 0000 0161 076578616D706C65 00 0001 0001 C00C 0001 0001 00000E10 0005 C000020100")).Bits,
            Is.InRange(Evidence.Sufficient, Evidence.Decisive - 1));

    [Test]
    public void A_message_that_the_capture_cut_behind_its_question_is_known() =>
        Assert.That(Say.Udp(Identifier, Say.Hex(Response).AsSpan(0, 30), wireLength: 43).Bits, Is.GreaterThanOrEqualTo(Evidence.Decisive));
}
