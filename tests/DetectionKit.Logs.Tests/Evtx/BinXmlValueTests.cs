namespace DetectionKit.Logs.Tests.Evtx;

/// <summary>One row a type: the octets, and what Windows' own XML writes for them.</summary>
internal sealed class BinXmlValueTests
{
    [TestCase(0x00, "", ExpectedResult = "")]
    [TestCase(0x01, "680069000000", ExpectedResult = "hi")]
    [TestCase(0x02, "6869E400", ExpectedResult = "hiä")]
    [TestCase(0x03, "FF", ExpectedResult = "-1")]
    [TestCase(0x04, "FF", ExpectedResult = "255")]
    [TestCase(0x05, "FFFF", ExpectedResult = "-1")]
    [TestCase(0x06, "FFFF", ExpectedResult = "65535")]
    [TestCase(0x07, "FEFFFFFF", ExpectedResult = "-2")]
    [TestCase(0x08, "FEFFFFFF", ExpectedResult = "4294967294")]
    [TestCase(0x09, "FFFFFFFFFFFFFFFF", ExpectedResult = "-1")]
    [TestCase(0x0a, "FFFFFFFFFFFFFFFF", ExpectedResult = "18446744073709551615")]
    [TestCase(0x0b, "CDCCCC3D", ExpectedResult = "0.1")]
    [TestCase(0x0b, "0000C07F", ExpectedResult = "NaN")]
    [TestCase(0x0c, "9A9999999999B93F", ExpectedResult = "0.1")]
    [TestCase(0x0d, "01000000", ExpectedResult = "true")]
    [TestCase(0x0d, "00000000", ExpectedResult = "false")]
    [TestCase(0x0e, "00FF10", ExpectedResult = "00FF10")]
    [TestCase(0x0f, "0102030405060708090A0B0C0D0E0F10", ExpectedResult = "{04030201-0605-0807-090A-0B0C0D0E0F10}")]
    [TestCase(0x10, "00100000", ExpectedResult = "0x1000")]
    [TestCase(0x10, "0010000000000000", ExpectedResult = "0x1000")]
    [TestCase(0x11, "0100000000000000", ExpectedResult = "1601-01-01T00:00:00.0000001Z")]
    [TestCase(0x11, "FFFFFFFFFFFFFFFF", ExpectedResult = "18446744073709551615")]
    [TestCase(0x12, "EA0704000500110005001800350005 00", ExpectedResult = "2026-04-17T05:24:53.0050000Z")]
    [TestCase(0x12, "EA070D000500110005001800350005 00", ExpectedResult = "")]
    [TestCase(0x13, "010100000000000512000000", ExpectedResult = "S-1-5-18")]
    [TestCase(0x13, "01050000", ExpectedResult = "01050000")]
    [TestCase(0x14, "0F000000", ExpectedResult = "0xf")]
    [TestCase(0x15, "0000000000000080", ExpectedResult = "0x8000000000000000")]
    [TestCase(0x08, "0102", ExpectedResult = "")]
    [TestCase(0x93, "010100000000000512000000010100000000000513000000", ExpectedResult = "S-1-5-18,S-1-5-19")]
    [TestCase(0x8d, "0100000000000000", ExpectedResult = "true,false")]
    [TestCase(0x55, "ABCD", ExpectedResult = "ABCD")]
    public string Each_type_is_written_as_windows_writes_it(byte type, string octets)
    {
        var value = Convert.FromHexString(octets.Replace(" ", "", StringComparison.Ordinal));
        var file = new EvtxWriter().Record(w => w.Template(1, body => body.Element("E", null, c => c.Text("[").Substitution(0, type).Text("]")), (type, value))).ToFile();
        return XmlOutline.Of(file).Outline.Records.Single()["<E>[".Length..^"]</E>".Length];
    }
}
