using System.Collections.Frozen;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.Certificates;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;

namespace DetectionKit.Traffic.Tests.Events;

internal sealed class CertificateEventsTests
{
    private static readonly ushort[] Ciphers = [0xC02F];

    [Test]
    public void A_handshake_is_one_event_of_the_model()
    {
        var e = (Certificate)Run(new(FrozenSet.Create(StringComparer.Ordinal, "Certificates"), FrozenSet<string>.Empty)).Single();
        Assert.That(
            (e.Src, e.Dest, e.DestPort, e.Transport, e.SslName, e.SslVersion, e.SslSubject, e.SslIsValid),
            Is.EqualTo(("10.0.0.1", "192.0.2.1", 12345L, "tcp", "a.example", "TLSv1.3", "unknown", "unknown")));
        foreach (var field in Certificate.Model.Fields.Where(field => !CertificateEvents.FilledFields.Contains(field.Name)))
            Assert.That(field.Read(e).ToText(), Is.EqualTo(field.Default ?? ""), field.Name);
    }

    [Test]
    public void Nothing_is_made_where_it_is_not_wanted()
    {
        Assert.That(Run(new(FrozenSet.Create(StringComparer.Ordinal, "Network_Traffic"), FrozenSet<string>.Empty)).OfType<Certificate>(), Is.Empty);
    }

    private static List<ModelEvent> Run(EventInterest interest)
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open()
            .FromClient(TcpFlags.Ack, TlsBuilder.Record(TlsBuilder.ClientHello(0x0303, Ciphers, TlsBuilder.ServerName("a.example"))))
            .FromServer(TcpFlags.Ack, TlsBuilder.Record(TlsBuilder.ServerHello(0x0303, 0x1301, TlsBuilder.Extension(43, [3, 4])))).Close();
        var sink = new Models(interest);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, capture.Pcap());
            TrafficEvents.Run(path, sink);
        }
        finally
        {
            File.Delete(path);
        }

        return sink.All;
    }

    private sealed class Models(EventInterest interest) : IEventSink
    {
        public List<ModelEvent> All { get; } = [];

        public EventInterest Interest => interest;

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : ModelEvent => All.Add(modelEvent);

        public void OnRaw(RawEvent rawEvent)
        {
        }
    }
}
