using DetectionKit.Abstractions.Models.Web;

namespace DetectionKit.Logs.Tests.Zscaler;

public sealed class WebProxyTests
{
    [TestCase("""{"datetime":"2024-03-05 10:00:01","action":"Blocked","ClientIP":"10.0.0.7","serverip":"192.0.2.1","hostname":"a.example","url":"a.example/x?y=1","user":"kim@b.example","requestmethod":"GET","useragent":"curl/8","responsesize":"900","requestsize":"100","transactionsize":"1000","status":"403","urlcategory":"Games","urlsupercategory":"Entertainment","urlclass":"Productivity Loss","threatname":"None"}""")]
    [TestCase("2024-03-05 10:00:01 action=Blocked ClientIP=10.0.0.7 serverip=192.0.2.1 hostname=a.example url=\"a.example/x?y=1\" user=kim@b.example requestmethod=GET useragent=curl/8 responsesize=900 requestsize=100 transactionsize=1000 status=403 urlcategory=Games urlsupercategory=Entertainment urlclass=\"Productivity Loss\" threatname=None")]
    public void A_request_through_the_proxy_is_a_web_request(string line)
    {
        var events = ReadEvents.Of(line);
        Assert.That(events.FieldsOf(WebRequest.Model), Is.SupersetOf(new[]
        {
            "action=blocked", "bytes=1000", "bytes_in=900", "bytes_out=100", "category=Games", "dest=192.0.2.1", "http_method=GET", "http_user_agent=curl/8", "src=10.0.0.7", "status=403", "url=a.example/x?y=1", "url_domain=a.example",
            "user=kim@b.example", "vendor_product=Zscaler Internet Access",
        }));
        var raw = events.Raw.Single();
        Assert.That((raw.SourceType, raw["urlclass"].ToText(), raw["src"].ToText(), raw["action"].ToText()), Is.EqualTo(("zscalernss-web", "Productivity Loss", "10.0.0.7", "Blocked")));
    }
}
