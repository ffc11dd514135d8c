using System.Globalization;
using System.Text;
using System.Xml;
using DetectionKit.Testing.Judging;

namespace DetectionKit.Testing.Reports;

/// <summary>JUnit XML as build servers read it: a suite a file, a case a case; the differing rows are the failure's text.</summary>
public static class JUnitReport
{
    /// <summary>Writes it.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="output">Where to.</param>
    public static void Write(TestReport report, Stream output)
    {
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n", CheckCharacters = false };
        using var xml = XmlWriter.Create(output, settings);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "dk test");
        WriteSums(xml, report.Cases);
        xml.WriteAttributeString("time", report.Elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        foreach (var suite in report.Cases.GroupBy(one => one.File, StringComparer.Ordinal))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Clean(suite.Key));
            WriteSums(xml, [.. suite]);
            foreach (var one in suite)
                Write(xml, one);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteSums(XmlWriter xml, IReadOnlyCollection<TestCase> cases)
    {
        xml.WriteAttributeString("tests", Number(cases.Count));
        xml.WriteAttributeString("failures", Number(cases.Count(one => one.Outcome == Outcome.Failed)));
        xml.WriteAttributeString("skipped", Number(cases.Count(one => one.Outcome == Outcome.Skipped)));
    }

    private static void Write(XmlWriter xml, TestCase one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(one.Subject));
        xml.WriteAttributeString("name", Clean(one.Name));
        xml.WriteAttributeString("file", Clean(one.File));
        if (one.Line > 0)
            xml.WriteAttributeString("line", Number(one.Line));
        if (one.Outcome != Outcome.Passed)
        {
            xml.WriteStartElement(one.Outcome == Outcome.Failed ? "failure" : "skipped");
            xml.WriteAttributeString("message", Clean(one.Message ?? ""));
            if (!one.Differences.IsEmpty)
                xml.WriteString(Clean("\n" + DiffTable.Render(one.Differences)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // XML 1.0 cannot hold most control characters, not even escaped; of code points beyond the basic plane each is two units that belong together.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value) ? rune : Rune.ReplacementChar));
}
