using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Tests;

public sealed class OtherSourcesTests
{
    [TestCase("nginx:plus:access", "198.51.100.1 - bob [22/Feb/2024:13:00:00 -0500] \"POST /a/b?c=d HTTP/1.1\" 404 123 \"http://r.example/x\" \"curl/8\" \"-\"")]
    [TestCase("nginx:plus:kv", "src_ip=\"198.51.100.1\" user=\"bob\" time_local=\"22/Feb/2024:13:00:00 -0500\" status=\"404\" bytes_out=\"123\" http_referer=\"http://r.example/x\" http_user_agent=\"curl/8\" nginx_version=\"1\" uri_query=\"c=d\" uri_path=\"/a/b\" url=\"/a/b?c=d\" http_method=\"POST\"")]
    [TestCase("nginx:plus:kv", """{"time_local":"22/Feb/2024:13:00:00 -0500","remote_addr":"198.51.100.1","remote_user":"bob","request":"POST /a/b?c=d HTTP/1.1","status":"404","body_bytes_sent":"123","http_referer":"http://r.example/x","http_user_agent":"curl/8"}""")]
    public void An_access_log_is_web_requests_in_every_format(string sourceType, string line)
    {
        var events = ReadEvents.Of(line);
        Assert.That(events.FieldsOf(WebRequest.Model), Is.EqualTo(new[]
        {
            "app=nginx", "bytes=123", "bytes_out=123", "http_method=POST", "http_referrer=http://r.example/x", "http_referrer_domain=r.example", "http_user_agent=curl/8", "http_user_agent_length=6",
            "src=198.51.100.1", "status=404", "uri_path=/a/b", "uri_query=c=d", "url=/a/b?c=d", "url_length=8", "user=bob", "vendor_product=nginx",
        }));
        Assert.That((events.Raw.Single().SourceType, events.Raw[0].Time.ToUtc()), Is.EqualTo((sourceType, new DateTime(2024, 2, 22, 18, 0, 0, DateTimeKind.Utc))));
    }

    [TestCase("/go?to=http://r.example/x", "/go", "to=http://r.example/x")]
    [TestCase("http://a.example/go/http://r.example/x?y", "/go/http://r.example/x", "y")]
    [TestCase("/plain", "/plain", "")]
    public void A_URL_inside_a_path_is_part_of_it(string target, string path, string query)
    {
        var found = ReadEvents.Of($"198.51.100.1 - - [22/Feb/2024:13:00:00 -0500] \"GET {target} HTTP/1.1\" 200 1 \"-\" \"-\"").Raw.Single();
        Assert.That((found["uri_path"].ToText(), found["uri_query"].ToText()), Is.EqualTo((path, query)));
    }

    [Test]
    public void An_error_log_is_raw_events() => Assert.That(
        ReadEvents.Of("2024/02/22 13:00:00 [error] 12#13: *4 open() \"/x\" failed (2: No such file), client: 198.51.100.1, server: www, request: \"GET /x HTTP/1.1\", host: \"www\"").Fields(),
        Is.SupersetOf(new[] { "level=error", "pid=12", "connection=4", "client=198.51.100.1", "src=198.51.100.1", "request=GET /x HTTP/1.1" }));

    [TestCase("2 123456789012 eni-1 10.0.1.30 203.0.113.1 47254 22 17 2 98 1697608042 1697608070 REJECT OK")]
    [TestCase("version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id\n5 123456789012 eni-1 10.0.1.30 203.0.113.1 47254 22 17 2 98 1697608042 1697608070 REJECT OK vpc-1\n2 1 2\n")]
    [TestCase("2023-10-18T05:47:22.000Z 2 123456789012 eni-1 10.0.1.30 203.0.113.1 47254 22 17 2 98 1697608042 1697608070 REJECT OK")]
    public void A_flow_of_a_cloud_network_is_traffic(string log) => Assert.That(
        ReadEvents.Of(log).FieldsOf(NetworkTraffic.Model),
        Is.EqualTo(new[]
        {
            "action=blocked", "bytes=98", "dest=203.0.113.1", "dest_ip=203.0.113.1", "dest_port=22", "duration=28", "dvc=eni-1", "packets=2", "protocol=ip", "protocol_version=4", "src=10.0.1.30",
            "src_ip=10.0.1.30", "src_port=47254", "transport=udp", "vendor_account=123456789012", "vendor_product=Amazon VPC flow logs",
        }));

    [Test]
    public void A_record_without_data_is_no_traffic() =>
        Assert.That(ReadEvents.Of("2 123456789012 eni-1 - - - - - - - 1697608042 1697608070 - NODATA") is { Models.Count: 0, Raw.Count: 1 });

    [Test]
    public void Streams_records_are_requests_resolutions_and_traffic()
    {
        const string head = """{"timestamp":"2021-12-13T17:29:28.453391Z","endtime":"2021-12-13T17:29:28.499004Z","bytes":2000,"bytes_in":177,"bytes_out":1823,"dest_ip":"10.0.1.16","dest_port":8080,"src_ip":"10.0.1.25","src_port":41132,"time_taken":45647,"transport":"tcp",""";
        var http = ReadEvents.Of(head + """ "protocol_stack":"ip:tcp:http","http_method":"GET","site":"10.0.1.16:8080","status":200,"uri":"/x","uri_path":"/x"}""");
        Assert.That(http.FieldsOf(WebRequest.Model), Is.SupersetOf(new[] { "bytes=2000", "dest_port=8080", "duration=0.045647", "http_method=GET", "url=/x", "url_domain=10.0.1.16" }));
        Assert.That((http.Raw.Single().SourceType, http.Raw[0].Source), Is.EqualTo(("stream:http", "stream:http")));
        Assert.That(
            ReadEvents.Of(head + """ "protocol_stack":"ip:udp:dns","query":["a.example"],"query_type":["A"],"host_addr":["192.0.2.1"],"message_type":["QUERY","RESPONSE"],"reply_code":"NoError"}""").FieldsOf(NetworkResolution.Model),
            Is.SupersetOf(new[] { "answer=192.0.2.1", "query=a.example", "query_type=A", "reply_code=NoError", "reply_code_id=0" }));
        Assert.That(ReadEvents.Of(head + """ "protocol_stack":"ip:tcp","app":"unknown"}""").FieldsOf(NetworkTraffic.Model), Is.SupersetOf(new[] { "bytes_in=177", "dest_port=8080" }));
    }

    [TestCase("Accepted publickey for alice from 192.0.2.7 port 50122 ssh2: ED25519 SHA256:x", "success", "publickey", "alice")]
    [TestCase("Failed password for invalid user bob from 192.0.2.7 port 50122 ssh2", "failure", "password", "bob")]
    public void A_logon_by_ssh_is_an_authentication(string message, string action, string method, string user)
    {
        var events = ReadEvents.Of($"May 27 09:28:36 gate sshd[5617]: {message}\n");
        Assert.That(events.FieldsOf(AuthenticationEvent.Model), Is.SupersetOf(new[] { $"action={action}", "app=sshd", $"authentication_method={method}", "dest=gate", "src=192.0.2.7", $"user={user}" }));
        Assert.That(events.Fields(), Is.SupersetOf(new[] { "pid=5617", "process=sshd", "sshd_protocol=ssh2", "src_port=50122", $"user_name={user}", "vendor_product=nix" }));
        Assert.That(events.Raw.Single().SourceType, Is.EqualTo("linux_secure"));
    }

    [Test]
    public void A_session_that_is_opened_is_a_raw_event_alone()
    {
        var events = ReadEvents.Of("May 27 09:28:36 gate sudo[7]: pam_unix(sudo:session): session opened for user root(uid=0) by (uid=1000)\n");
        Assert.That(events.Models, Is.Empty);
        Assert.That(events.Fields(), Is.SupersetOf(new[] { "action=success", "app=sudo", "user=root", "vendor_action=session opened" }));
    }

    [Test]
    public void A_quote_ends_a_value_where_the_audit_log_adds_names() => Assert.That(
        ReadEvents.Of("type=SERVICE_STOP msg=audit(1722957155.494:1): pid=1 msg='unit=x res=success'UID=\"root\" AUID=\"unset\"").Fields(),
        Is.SupersetOf(new[] { "res=success", "UID=root", "AUID=unset" }));

    [TestCase("CreateRole", "", "action=created", "status=success")]
    [TestCase("StopLogging", ",\"errorCode\":\"AccessDenied\"", "action=stopped", "status=failure")]
    [TestCase("ConsoleLogin", ",\"responseElements\":{\"ConsoleLogin\":\"Failure\"}", "action=failure", "status=failure")]
    public void A_call_of_a_cloud_says_what_became_of_it(string name, string more, string action, string status) => Assert.That(
        ReadEvents.Of($$$"""{"eventTime":"2024-03-05T10:00:00Z","eventSource":"iam.amazonaws.com","awsRegion":"eu-1","eventName":"{{{name}}}","userIdentity":{"accountId":"1","userName":"al"}{{{more}}}}""").Fields(),
        Is.SupersetOf(new[] { action, status, "userName=al", "user_group_id=1", "start_time=2024-03-05T10:00:00Z" }));

    [Test]
    public void Names_and_values_in_lists_of_an_office_record_are_fields() => Assert.That(
        ReadEvents.Of("""{"CreationTime":"2024-03-05T10:00:00","Operation":"UserLoggedIn","Workload":"AzureActiveDirectory","RecordType":15,"ResultStatus":"Success","UserId":"a@b.example","ExtendedProperties":[{"Name":"UserAgent","Value":"curl/8"}],"DeviceProperties":[{"Name":"OS","Value":"Plan9"},{"Name":"BrowserType","Value":"Lynx"}]}""").Fields(),
        Is.SupersetOf(new[] { "UserAgent=curl/8", "user_agent=curl/8", "OS=Plan9", "BrowserType=Lynx", "action=success", "status=success", "src_user=a@b.example" }));

    [TestCase("_time,host,sourcetype,a,b\n2024-03-05T10:00:00Z,h,my:type,1,\"x \"\"y\"\"\nz\"\n", "my:type")]
    [TestCase("time;a;b\n2024-03-05T10:00:00Z;1;\"x \"\"y\"\"\nz\"\n", "csv")]
    [TestCase("time\ta\tb\n2024-03-05 10:00:00\t1\t\"x \"\"y\"\"\nz\"\n", "csv")]
    public void Rows_are_events(string log, string sourceType)
    {
        var found = ReadEvents.Of(log).Raw.Single();
        Assert.That((found["a"].ToText(), found["b"].ToText(), found.SourceType, found.Time.ToUtc()), Is.EqualTo(("1", "x \"y\"\nz", sourceType, new DateTime(2024, 3, 5, 10, 0, 0, DateTimeKind.Utc))));
    }

    [Test]
    public void A_quote_inside_a_cell_without_quotes_opens_none() =>
        Assert.That(ReadEvents.Of("a,b\n1,5\" disk\n2,x\n").Raw.Select(found => found["b"].ToText()), Is.EqualTo(new[] { "5\" disk", "x" }));

    [Test]
    public void Rows_that_do_not_fit_their_names_are_counted() =>
        Assert.That(ReadEvents.Of("a,b\n1,2\n1,2,3\n4\n").Outcome!.Counts is { Good: 2, Bad: 1, FirstBad: "line 3: 3 cells where there are 2 names" });

    [TestCase("a=1 b=\"two words\" c='x', d=[3] e=", new[] { "a=1", "b=two words", "c=x", "d=3", "e=" })]
    [TestCase("no pairs here = at all", new string[0])]
    [TestCase("x=\"a \\\"b\\\" c\" y=\"open", new[] { "x=a \"b\" c", "y=\"open" })]
    public void Pairs_are_taken_out_of_any_text(string line, string[] fields) => Assert.That(ReadEvents.Of(line).Fields(), Is.EqualTo(fields));

    [TestCase("Mar  5 10:00:01 box sshd[12]: Accepted user=ann", "box", 2000)]
    [TestCase("2024-03-05T10:00:01Z something user=ann", "localhost", 2024)]
    [TestCase("[2024-03-05 10:00:01] something user=ann", "localhost", 2024)]
    public void A_lines_time_and_host_are_found(string line, string host, int year) =>
        Assert.That(ReadEvents.Of(line).Raw.Single() is var found ? (found.Host, found.Time.ToUtc(), found["user"].ToText()) : default, Is.EqualTo((host, new DateTime(year, 3, 5, 10, 0, 1, DateTimeKind.Utc), "ann")));

    [TestCase("Mar  5 10:00:01 box sshd[12]: a=1", "2026-06-01T00:00:00Z", "2026-03-05T10:00:01Z")]
    [TestCase("Mar  5 10:00:01 something a=1", "2026-06-01T00:00:00Z", "2026-03-05T10:00:01Z")]
    [TestCase("Dec 31 23:59:59 box cron: a=1", "2026-01-01T00:00:10Z", "2025-12-31T23:59:59Z")]
    [TestCase("Jan  1 00:00:30 box cron: a=1", "2025-12-31T23:59:50Z", "2026-01-01T00:00:30Z")]
    [TestCase("Feb 29 12:00:00 box cron: a=1", "2026-06-01T00:00:00Z", "2024-02-29T12:00:00Z")]
    [TestCase("2001-03-05T10:00:01Z box cron: a=1", "2026-06-01T00:00:00Z", "2001-03-05T10:00:01Z")]
    public void A_time_without_a_year_is_the_latest_before_the_log_was_written(string line, string written, string time)
    {
        var hints = new LogHints("test.log", Written: At(written));
        Assert.That(ReadEvents.Of(System.Text.Encoding.UTF8.GetBytes(line), hints).Raw.Single().Time, Is.EqualTo(At(time)));
    }

    [TestCase("""{"eventVersion":"1.08","eventTime":"2024-03-05T10:00:00Z","eventSource":"iam.amazonaws.com","eventName":"CreateUser","awsRegion":"us-east-1","sourceIPAddress":"192.0.2.1"}""", "aws:cloudtrail")]
    [TestCase("""{"CreationTime":"2024-03-05T10:00:00","Operation":"UserLoggedIn","Workload":"AzureActiveDirectory","RecordType":15,"ClientIP":"192.0.2.1"}""", "o365:management:activity")]
    public void Audit_records_of_cloud_services_are_known(string json, string sourceType) =>
        Assert.That(ReadEvents.Of(json).Raw.Single() is var found ? (found.SourceType, found["src"].ToText(), found.Time.ToUtc()) : default, Is.EqualTo((sourceType, "192.0.2.1", new DateTime(2024, 3, 5, 10, 0, 0, DateTimeKind.Utc))));

    [TestCase("XmlWinEventLog", "XmlWinEventLog:Microsoft-Windows-Sysmon/Operational")]
    [TestCase("XmlWinEventLog:Microsoft-Windows-Sysmon/Operational", "other")]
    public void An_event_out_of_an_index_is_told_by_its_source(string sourceType, string source)
    {
        var events = ReadEvents.Of($$"""{"_time":1700000000,"sourcetype":"{{sourceType}}","source":"{{source}}","EventCode":1,"Image":"C:\\Windows\\cmd.exe","CommandLine":"cmd /c x","User":"D\\u","Computer":"pc1"}""");
        Assert.That(events.Raw, Has.Count.EqualTo(1), events.Outcome!.Problem);
        Assert.That(events.Raw.Single() is var found && found["process_name"].ToText() is "cmd.exe" ? found.Source : "", Is.EqualTo(source));
        Assert.That(events.Models.Select(one => one.GetType().Name), Does.Contain("EndpointProcess"));
    }

    [Test]
    public void Pairs_in_a_collectors_text_are_fields() =>
        Assert.That(ReadEvents.Of("""{"time":1700000000,"sourcetype":"t","event":"hello a=1"}""").Raw.Single() is { Text: "hello a=1" } found ? found["a"].ToText() : "", Is.EqualTo("1"));

    [Test]
    [CancelAfter(20_000)]
    public void A_line_made_to_hold_up_the_patterns_ends_in_time()
    {
        var line = "2024/02/22 13:00:00 [error] 12#13: " + string.Concat(Enumerable.Repeat(", client: a, server: b, request: \"c", 1500)) + "\n";
        Assert.That(ReadEvents.Of(line + "198.51.100.1 - " + new string('a', 60_000) + " [\n" + line).Outcome!.Counts.Good, Is.GreaterThan(0));
    }

    [TestCase(new byte[0], "empty file")]
    [TestCase(new byte[] { 0, 1, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0 }, "neither a capture nor a log that is known here")]
    public void What_is_no_log_is_said(byte[] bytes, string problem) => Assert.That(ReadEvents.Of(bytes).Outcome!.Problem, Is.EqualTo(problem));

    private static Timestamp At(string time) => Timestamp.FromSeconds(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds());
}
