using DetectionKit.Logs.Tests.Evtx;

namespace DetectionKit.Logs.Tests.WindowsEvents;

/// <summary>One process start in every form that collectors write: the same raw event of each.</summary>
internal sealed class EventFormTests
{
    private const string Xml =
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Sysmon' Guid='{5770385F-C22A-43E0-BF4C-06F5698FFBD9}'/>"
        + "<EventID>1</EventID><Version>5</Version><TimeCreated SystemTime='2026-03-02T10:20:30.1234567Z'/><EventRecordID>77</EventRecordID><Correlation/>"
        + "<Execution ProcessID='900' ThreadID='901'/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws-7.example.test</Computer><Security UserID='S-1-5-18'/></System>"
        + "<EventData><Data Name='UtcTime'>2026-03-02 10:20:30.120</Data><Data Name='ProcessId'>4242</Data><Data Name='Image'>C:\\Tools\\probe.exe</Data>"
        + "<Data Name='CommandLine'>probe.exe /a &amp; /b</Data><Data Name='User'>EXAMPLE\\kim</Data></EventData></Event>";

    private static readonly string[] Expected =
    [
        "Provider_Name=Microsoft-Windows-Sysmon", "EventID=1", "EventRecordID=77", "ProcessID=900", "ThreadID=901", "Channel=Microsoft-Windows-Sysmon/Operational",
        "Computer=ws-7.example.test", "UserID=S-1-5-18", "UtcTime=2026-03-02 10:20:30.120", "ProcessId=4242", "Image=C:\\Tools\\probe.exe", "CommandLine=probe.exe /a & /b",
        "User=EXAMPLE\\kim", "EventCode=1", "signature_id=1", "dest=ws-7.example.test", "process=probe.exe /a & /b", "process_name=probe.exe", "process_id=4242", "user=kim",
        "signature=Process Create", "process_path=C:\\Tools\\probe.exe", "vendor_product=Microsoft Sysmon",
    ];

    [TestCase("Security", "wineventlog_security")]
    [TestCase("System", "wineventlog_system")]
    [TestCase("Application", "wineventlog_application")]
    [TestCase("Setup", "")]
    public void Rules_know_the_events_of_a_log_by_their_event_type(string channel, string eventType) => Assert.That(
        ReadEvents.Of(Xml.Replace("Microsoft-Windows-Sysmon/Operational", channel, StringComparison.Ordinal)).Raw.Single()["eventtype"].ToText(), Is.EqualTo(eventType));

    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Form("one XML element", Xml);
        yield return Form("an XML document", $"\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<Events>\r\n  {Xml.Replace("><", ">\r\n<", StringComparison.Ordinal)}\r\n</Events>");
        yield return Form("the element behind a syslog header", "Mar  2 10:20:30 ws-7 sysmon: " + Xml);
        yield return Form("an object of elements", """
            {"Event":{"#attributes":{"xmlns":"http://schemas.microsoft.com/win/2004/08/events/event"},"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon","Guid":"5770385F-C22A-43E0-BF4C-06F5698FFBD9"}},
            "EventID":1,"Version":5,"TimeCreated":{"#attributes":{"SystemTime":"2026-03-02T10:20:30.123456Z"}},"EventRecordID":77,"Correlation":null,"Execution":{"#attributes":{"ProcessID":900,"ThreadID":901}},
            "Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-7.example.test","Security":{"#attributes":{"UserID":"S-1-5-18"}}},
            "EventData":{"UtcTime":"2026-03-02 10:20:30.120","ProcessId":4242,"Image":"C:\\Tools\\probe.exe","CommandLine":"probe.exe /a & /b","User":"EXAMPLE\\kim"}}}
            """);
        yield return Form("an object of elements with lists", """
            {"Event":{"System":{"Provider":{"@Name":"Microsoft-Windows-Sysmon"},"EventID":{"#text":"1"},"TimeCreated":{"@SystemTime":"2026-03-02T10:20:30.123456Z"},"EventRecordID":"77","Execution":{"@ProcessID":"900","@ThreadID":"901"},"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"ws-7.example.test","Security":{"@UserID":"S-1-5-18"}},"EventData":{"Data":[{"@Name":"UtcTime","#text":"2026-03-02 10:20:30.120"},{"@Name":"ProcessId","#text":"4242"},{"@Name":"Image","#text":"C:\\Tools\\probe.exe"},{"@Name":"CommandLine","#text":"probe.exe /a & /b"},{"@Name":"User","#text":"EXAMPLE\\kim"}]}}}
            """);
        yield return Form("Winlogbeat", """
            {"@timestamp":"2026-03-02T10:20:30.123Z","winlog":{"channel":"Microsoft-Windows-Sysmon/Operational","computer_name":"ws-7.example.test","event_id":1,"provider_name":"Microsoft-Windows-Sysmon","record_id":77,"process":{"pid":900,"thread":{"id":901}},"user":{"identifier":"S-1-5-18"},"event_data":{"UtcTime":"2026-03-02 10:20:30.120","ProcessId":"4242","Image":"C:\\Tools\\probe.exe","CommandLine":"probe.exe /a & /b","User":"EXAMPLE\\kim"}},"event":{"code":"1","provider":"Microsoft-Windows-Sysmon"},"host":{"name":"ws-7"},"message":"Process Create"}
            """);
        yield return Form("Winlogbeat 6", """
            {"@timestamp":"2026-03-02T10:20:30.123Z","log_name":"Microsoft-Windows-Sysmon/Operational","computer_name":"ws-7.example.test","event_id":1,"source_name":"Microsoft-Windows-Sysmon","record_number":"77","process_id":900,"thread_id":901,"user":{"identifier":"S-1-5-18"},"event_data":{"UtcTime":"2026-03-02 10:20:30.120","ProcessId":"4242","Image":"C:\\Tools\\probe.exe","CommandLine":"probe.exe /a & /b","User":"EXAMPLE\\kim"}}
            """);
        yield return Form("NXLog", """
            {"EventTime":"2026-03-02T10:20:30.123456Z","Hostname":"ws-7.example.test","EventID":1,"SourceName":"Microsoft-Windows-Sysmon","RecordNumber":77,"ProcessID":900,"ThreadID":901,"Channel":"Microsoft-Windows-Sysmon/Operational","UserID":"S-1-5-18","UtcTime":"2026-03-02 10:20:30.120","ProcessId":"4242","Image":"C:\\Tools\\probe.exe","CommandLine":"probe.exe /a & /b","User":"EXAMPLE\\kim"}
            """);
        var raw = System.Text.Json.JsonSerializer.Serialize(Xml);
        yield return Form("Splunk's export of the text alone", $$$"""{"preview":false,"result":{"_raw":{{{raw}}},"_time":"2026-03-02T10:20:30.123+00:00","sourcetype":"XmlWinEventLog","source":"XmlWinEventLog:Microsoft-Windows-Sysmon/Operational"}}""");
    }

    [TestCaseSource(nameof(Forms))]
    public void Every_form_gives_the_same_raw_event(string log)
    {
        var events = ReadEvents.Of(log);
        Assert.That(events.Raw, Has.Count.EqualTo(1), events.Outcome?.Problem);
        var found = events.Raw.Single();
        Assert.Multiple(() =>
        {
            Assert.That(Expected.Except(events.Fields(), StringComparer.Ordinal), Is.Empty);
            Assert.That(found.Source, Is.EqualTo("XmlWinEventLog:Microsoft-Windows-Sysmon/Operational"));
            Assert.That(found.SourceType, Is.EqualTo("XmlWinEventLog"));
            Assert.That(found.Host, Is.EqualTo("ws-7.example.test"));
            Assert.That(found.Time.Seconds, Is.EqualTo(1772446830.123).Within(0.0005));
        });
    }

    [Test]
    public void An_event_log_file_gives_the_event_and_its_xml()
    {
        var file = new EvtxWriter().Record(w => w.Element("Event", null, e => e
            .Element("System", null, s => s
                .Element("Provider", a => a.Attribute("Name", v => v.Text("Some-Provider")))
                .Element("EventID", null, t => t.Text("12"))
                .Element("TimeCreated", a => a.Attribute("SystemTime", v => v.Text("2026-03-02T10:20:30.1234567Z")))
                .Element("Channel", null, t => t.Text("Some/Channel")))
            .Element("UserData", null, u => u.Element("Shape", null, x => x.Element("Name", null, t => t.Text("it's < this")))))).ToFile();
        var events = ReadEvents.Of(file);
        Assert.Multiple(() =>
        {
            Assert.That(events.Outcome?.Reader, Is.EqualTo("evtx"));
            Assert.That(events.Fields(), Is.SupersetOf(["Provider_Name=Some-Provider", "EventID=12", "Channel=Some/Channel", "Name=it's < this", "UserData_Xml=<Shape><Name>it&apos;s &lt; this</Name></Shape>"]));
            Assert.That(events.Raw.Single().Text, Does.StartWith("<Event><System><Provider Name='Some-Provider'/><EventID>12</EventID>"));
            Assert.That(events.Raw.Single().Source, Is.EqualTo("XmlWinEventLog:Some/Channel"));
        });
    }

    [Test]
    public void Of_an_event_that_is_cut_off_what_came_of_its_last_field_is_given()
    {
        var events = ReadEvents.Of(Xml[..Xml.IndexOf(" &amp;", StringComparison.Ordinal)]);
        Assert.That((events.Raw.Single()["CommandLine"].ToText(), events.Outcome!.Counts.Cut), Is.EqualTo(("probe.exe /a", 1L)));
    }

    [Test]
    public void Events_one_after_the_other_are_told_apart_and_one_that_is_cut_off_is_counted()
    {
        var events = ReadEvents.Of(Xml + Xml + "noise" + Xml[..200] + "\n" + Xml + Xml[..300]);
        Assert.Multiple(() =>
        {
            Assert.That(events.Raw, Has.Count.EqualTo(3));
            Assert.That(events.Outcome?.Counts.Bad, Is.EqualTo(2));
        });
    }

    [Test]
    public void Sysmon_for_Linux_has_its_own_source_and_source_type()
    {
        var found = ReadEvents.Of("Sep  1 00:00:00 web sysmon: " + Xml.Replace("Microsoft-Windows-Sysmon'", "Linux-Sysmon'", StringComparison.Ordinal).Replace("Microsoft-Windows-Sysmon/", "Linux-Sysmon/", StringComparison.Ordinal)).Raw.Single();
        Assert.That((found.Source, found.SourceType), Is.EqualTo(("Syslog:Linux-Sysmon/Operational", "sysmon:linux")));
    }

    private static TestCaseData Form(string name, string log) => new TestCaseData(log).SetName("Every_form_gives_the_same_raw_event: " + name);
}
