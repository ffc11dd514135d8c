using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.Endpoint;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Models.NetworkTraffic;

namespace DetectionKit.Logs.Tests.CrowdStrike;

public sealed class SensorTests
{
    [Test]
    public void A_process_is_a_process()
    {
        var events = ReadEvents.Of(Event("ProcessRollup2", """ "RawProcessId":"5012","TargetProcessId":"77","ParentProcessId":"66","ParentBaseFileName":"explorer.exe","ImageFileName":"\\Device\\HarddiskVolume1\\Tools\\probe.exe","CommandLine":"probe.exe -x","IntegrityLevel":"12288","UserSid":"S-1-5-18","SHA1HashData":"0000000000000000000000000000000000000000","SHA256HashData":"ab12" """));
        Assert.That(events.FieldsOf(EndpointProcess.Model), Is.EqualTo(new[]
        {
            "action=allowed", "dest=abc", "os=Windows", "parent_process_exec=explorer.exe", "parent_process_guid=66", "parent_process_id=66", "parent_process_name=explorer.exe", "process=probe.exe -x",
            "process_exec=probe.exe", "process_guid=77", "process_hash=ab12", "process_id=5012", "process_integrity_level=high", "process_name=probe.exe",
            "process_path=\\Device\\HarddiskVolume1\\Tools\\probe.exe", "user=S-1-5-18", "user_id=S-1-5-18", "vendor_product=CrowdStrike Falcon",
        }));
        Assert.That(events.Raw.Single() is var raw ? (raw.SourceType, raw["process_name"].ToText(), raw.Time.ToUtc()) : default, Is.EqualTo(("crowdstrike:events:sensor", "probe.exe", new DateTime(2024, 3, 5, 10, 0, 0, 500, DateTimeKind.Utc))));
    }

    [TestCase("0", "src=10.0.0.5,src_port=50000,dest=192.0.2.7,dest_port=443,direction=outbound")]
    [TestCase("1", "dest=10.0.0.5,dest_port=50000,src=192.0.2.7,src_port=443,direction=inbound")]
    public void A_connection_goes_from_who_began_it(string direction, string ends) => Assert.That(
        ReadEvents.Of(Event("NetworkConnectIP4", $$""" "LocalAddressIP4":"10.0.0.5","LocalPort":"50000","RemoteAddressIP4":"192.0.2.7","RemotePort":"443","Protocol":"6","ConnectionDirection":"{{direction}}" """)).FieldsOf(NetworkTraffic.Model),
        Is.SupersetOf(ends.Split(',').Append("transport=tcp")));

    [Test]
    public void Files_registry_names_and_logons_are_events_of_their_models()
    {
        Assert.That(
            ReadEvents.Of(Event("NewExecutableWritten", """ "TargetFileName":"\\Device\\V\\Temp\\a.exe" """)).FieldsOf(EndpointFile.Model),
            Is.SupersetOf(new[] { "action=created", "file_name=a.exe", "file_path=\\Device\\V\\Temp\\a.exe" }));
        Assert.That(
            ReadEvents.Of(Event("AsepValueUpdate", """ "RegObjectName":"\\REGISTRY\\MACHINE\\Run","RegValueName":"x","RegStringValue":"a.exe" """)).FieldsOf(EndpointRegistry.Model),
            Is.SupersetOf(new[] { "registry_key_name=\\REGISTRY\\MACHINE\\Run", "registry_path=\\REGISTRY\\MACHINE\\Run\\x", "registry_value_data=a.exe", "registry_value_name=x" }));
        Assert.That(ReadEvents.Of(Event("DnsRequest", """ "DomainName":"a.example" """)).FieldsOf(NetworkResolution.Model), Is.SupersetOf(new[] { "query=a.example", "src=abc" }));
        Assert.That(ReadEvents.Of(Event("UserLogonFailed2", """ "UserName":"al" """)).FieldsOf(AuthenticationEvent.Model), Is.SupersetOf(new[] { "action=failure", "dest=abc", "user=al" }));
    }

    [Test]
    public void Other_events_are_raw_events_alone() => Assert.That(ReadEvents.Of(Event("SensorHeartbeat", "\"x\":1")) is { Models.Count: 0, Raw.Count: 1 });

    private static string Event(string name, string more) => $$"""{"event_simpleName":"{{name}}","event_platform":"Win","aid":"abc","cid":"c","timestamp":"1709632800500",{{more}}}""";
}
