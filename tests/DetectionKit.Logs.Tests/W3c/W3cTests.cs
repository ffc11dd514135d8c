using DetectionKit.Abstractions.Models.Web;

namespace DetectionKit.Logs.Tests.W3c;

public sealed class W3cTests
{
    private const string Iis = """
        #Software: Microsoft Internet Information Services 10.0
        #Version: 1.0
        #Date: 2024-03-05 10:00:00
        #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken
        2024-03-05 10:00:01 10.0.0.5 POST /owa/a.aspx x=1 443 EX\kim 192.0.2.1 Mozilla/5.0+(X11) - 200 0 0 900 100 250

        """;

    [Test]
    public void A_line_of_IIS_is_a_web_request()
    {
        var events = ReadEvents.Of(Iis);
        Assert.That(events.FieldsOf(WebRequest.Model), Is.EqualTo(new[]
        {
            "app=Microsoft IIS", "bytes=1000", "bytes_in=100", "bytes_out=900", "dest=10.0.0.5", "dest_port=443", "duration=0.25", "http_method=POST", "http_user_agent=Mozilla/5.0+(X11)", "http_user_agent_length=17",
            "response_time=250", "src=192.0.2.1", "status=200", "uri_path=/owa/a.aspx", "uri_query=x=1", "url=/owa/a.aspx?x=1", "url_length=15", "user=EX\\kim", "vendor_product=Microsoft IIS",
        }));
        var raw = events.Raw.Single();
        Assert.That((raw.SourceType, raw["sc_win32_status"].ToText(), raw["url"].ToText(), raw.Time.ToUtc()), Is.EqualTo(("ms:iis:auto", "0", "/owa/a.aspx?x=1", new DateTime(2024, 3, 5, 10, 0, 1, DateTimeKind.Utc))));
        Assert.That(events.Outcome!.Counts is { Good: 1, Bad: 0, Skipped: 4 });
    }

    [Test]
    public void A_line_of_a_content_network_has_tabs_and_its_own_names() => Assert.That(
        ReadEvents.Of("#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query x-edge-result-type x-host-header cs-protocol cs-bytes time-taken\n"
            + "2024-03-05\t10:00:01\tFRA1\t900\t192.0.2.1\tGET\td1.example\t/a\t403\t-\tcurl/8\tq=1\tError\twww.example\thttps\t100\t0.5\n").FieldsOf(WebRequest.Model),
        Is.SupersetOf(new[] { "action=blocked", "cached=false", "dest=d1.example", "duration=0.5", "response_time=500", "site=www.example", "url=https://www.example/a?q=1", "url_domain=www.example", "vendor_product=Amazon CloudFront" }));

    [Test]
    public void A_proxy_counts_what_clients_received() => Assert.That(
        ReadEvents.Of("#Software: SGOS 7.3\n#Fields: date time time-taken c-ip cs-username s-action sc-status cs-method cs-host cs-uri-port cs-uri-path cs-uri-query cs-uri-scheme cs(User-Agent) cs-categories sc-bytes cs-bytes s-ip\n"
            + "2024-03-05 10:00:01 20 10.0.0.7 kim TCP_DENIED 403 GET a.example 80 /x ?y=1 http \"Some \"\"agent\"\" 1\" \"Games;News\" 900 100 10.0.0.1\n").FieldsOf(WebRequest.Model),
        Is.SupersetOf(new[] { "action=blocked", "bytes_in=900", "bytes_out=100", "category=Games;News", "dest_port=80", "http_user_agent=Some \"agent\" 1", "url=http://a.example/x?y=1", "user=kim", "vendor_product=Blue Coat ProxySG" }));

    [Test]
    public void Columns_may_change_and_lines_that_do_not_fit_them_are_counted()
    {
        var events = ReadEvents.Of("#Fields: date time c-ip\n2024-03-05 10:00:01 192.0.2.1\n2024-03-05 10:00:01\n#Fields: date time\n2024-03-05 10:00:02\n");
        Assert.That(events.Outcome!.Counts is { Good: 2, Bad: 1, Skipped: 2, FirstBad: "line 3: 2 columns where there are 3" });
        Assert.That(events.Raw.Select(raw => raw.SourceType), Is.EqualTo(new[] { "w3c", "w3c" }));
    }
}
