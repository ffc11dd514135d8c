namespace DetectionKit.Logs.Tests.WindowsEvents;

internal sealed class RenderedEventTests
{
    private const string Logon = """
        03/02/2026 10:20:30 AM
        LogName=Security
        EventCode=4625
        EventType=0
        ComputerName=dc-1.example.test
        SourceName=Microsoft Windows security auditing.
        Type=Information
        RecordNumber=815
        Keywords=Audit Failure
        TaskCategory=Logon
        OpCode=Info
        Message=An account failed to log on.

        Subject:
        	Security ID:		NULL SID
        	Account Name:		-

        Logon Type:			3

        Account For Which Logon Failed:
        	Account Name:		kim
        	Account Domain:		EXAMPLE

        Failure Information:
        	Failure Reason:		Unknown user name or bad password.
        	Sub Status:		0xC000006A

        Network Information:
        	Workstation Name:	ws-7
        	Source Network Address:	192.0.2.7
        	Source Port:		50123

        This event is generated when a logon request fails.
        """;

    [Test]
    public void A_rendered_event_gives_its_lines_its_labels_and_the_names_of_its_xml()
    {
        var events = ReadEvents.Of(Logon);
        Assert.That(events.Fields(), Is.SupersetOf([
            "LogName=Security", "Channel=Security", "EventCode=4625", "EventID=4625", "Computer=dc-1.example.test", "EventRecordID=815", "Provider_Name=Microsoft-Windows-Security-Auditing",
            "Account_Name=-|kim", "Account_For_Which_Logon_Failed_Account_Name=kim", "SubjectUserName=-", "TargetUserName=kim", "TargetDomainName=EXAMPLE",
            "LogonType=3", "Logon_Type=3", "IpAddress=192.0.2.7", "src_ip=192.0.2.7", "src=192.0.2.7", "src_port=50123", "user=kim", "action=failure", "dest=dc-1.example.test",
            "SubStatus=0xC000006A", "signature=An account failed to log on",
        ]));
    }

    [Test]
    public void A_rendered_event_has_the_source_and_source_type_of_its_form()
    {
        var found = ReadEvents.Of(Logon).Raw.Single();
        Assert.That((found.Source, found.SourceType, found.Host, found.Time.Seconds), Is.EqualTo(("WinEventLog:Security", "WinEventLog", "dc-1.example.test", 1772446830.0)));
    }

    [Test]
    public void Each_time_at_the_begin_of_a_line_begins_an_event() =>
        Assert.That(ReadEvents.Of(Logon + "\n" + Logon + "\n" + Logon).Raw, Has.Count.EqualTo(3));

    [Test]
    public void A_value_of_several_lines_stays_together()
    {
        var events = ReadEvents.Of(Logon.Replace("4625", "4698", StringComparison.Ordinal)
            + "\nTask Information:\n\tTask Name: \t\t\\probe\n\tTask Content: \t\t<?xml version=\"1.0\"?>\n<Task>\n  <Exec>run: it</Exec>\n</Task>\n");
        Assert.That(events.Fields(), Is.SupersetOf(["TaskName=\\probe", "TaskContent=<?xml version=\"1.0\"?>|<Task>|<Exec>run: it</Exec>|</Task>"]));
    }
}
