using System.Collections.Immutable;
using System.Security.Authentication;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Delivery;
using DetectionKit.Sensor.Delivery.Sinks;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Tests.Delivery;

/// <summary>Sinks against a receiver behind TLS: who it is is checked before anything is sent.</summary>
public sealed class TlsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public void A_receiver_whose_certificate_is_right_gets_what_is_sent([Values("syslog", "webhook", "splunk_hec")] string type)
    {
        using var receiver = new TlsReceiver("good", type is not "syslog");
        using var sink = Sink(type, receiver, receiver.AuthorityFile);
        Assert.That(sink.Send(["{\"n\":1}"u8.ToArray()], CancellationToken.None), Is.EqualTo(new SendResult(1)));
        Assert.That(receiver.Wait("{\"n\":1}", Patience));
    }

    [Test]
    public void Any_other_is_refused_and_gets_nothing([Values("syslog", "webhook", "splunk_hec")] string type, [Values("name", "expired", "stranger", "client")] string kind)
    {
        using var receiver = new TlsReceiver(kind, type is not "syslog");
        using var sink = Sink(type, receiver, receiver.AuthorityFile);
        Assert.That(() => sink.Send(["{\"n\":1}"u8.ToArray()], CancellationToken.None), Throws.InstanceOf<AuthenticationException>().Or.InnerException.InstanceOf<AuthenticationException>());
        Assert.That(receiver.Received.ToString(), Is.Empty);
    }

    [Test]
    public void One_that_no_authority_of_the_system_knows_is_refused([Values("syslog", "webhook", "splunk_hec")] string type)
    {
        using var receiver = new TlsReceiver("good", type is not "syslog");
        using var sink = Sink(type, receiver, authorities: null);
        Assert.That(() => sink.Send(["{\"n\":1}"u8.ToArray()], CancellationToken.None), Throws.InstanceOf<AuthenticationException>().Or.InnerException.InstanceOf<AuthenticationException>());
    }

    [Test]
    public void A_syslog_receiver_that_hung_up_is_noticed_and_called_again()
    {
        using var receiver = new TlsReceiver("good", http: false) { HangsUp = 3 };
        using var sink = Sink("syslog", receiver, receiver.AuthorityFile);
        var sent = 0;
        for (var i = 0; i < 50 && sent < 5; i++)
        {
            try
            {
                sent += sink.Send([System.Text.Encoding.ASCII.GetBytes($"alert {sent}.")], CancellationToken.None).Delivered;
                Assert.That(receiver.Wait($"alert {sent - 1}.", TimeSpan.FromSeconds(2)), $"what counts as delivered has arrived ({sent})");
            }
            catch (IOException)
            {
                // Then it is sent again.
            }
        }

        Assert.That(sent, Is.EqualTo(5));
    }

    [TestCase("good", true)]
    [TestCase("name", false)]
    public void Metrics_go_to_a_collector_that_is_who_it_should_be_alone(string kind, bool arrive)
    {
        using var receiver = new TlsReceiver(kind, http: true);
        var words = new StringWriter();
        var configuration = new TelemetryConfiguration { Endpoint = $"https://localhost:{receiver.Port}", Authorities = receiver.AuthorityFile, Interval = TimeSpan.FromMilliseconds(100) };
        using (new OtlpExporter(configuration, "core-1", () => [new("dk_test", IsCounter: false, "A test.", [new(1)])], new SensorLog(words, journal: false)))
            Assert.That(receiver.Wait("dk_test", TimeSpan.FromSeconds(arrive ? 20 : 1)), Is.EqualTo(arrive));
        Assert.That(words.ToString(), arrive ? Is.Empty : Does.Contain("OpenTelemetry: "));
    }

    private static ISink Sink(string type, TlsReceiver receiver, string? authorities)
    {
        var token = type is "splunk_hec" ? receiver.AuthorityFile : ""; // any text will do
        return SinkFactory.Make(new SinkConfiguration
        {
            Name = type,
            Type = type,
            Format = "native",
            Revisions = "all",
            Address = $"localhost:{receiver.Port}",
            Url = $"https://localhost:{receiver.Port}/",
            Tls = true,
            Authorities = authorities,
            TokenFile = token,
            Headers = ImmutableSortedDictionary<string, string>.Empty,
        }, TimeSpan.Zero);
    }
}
