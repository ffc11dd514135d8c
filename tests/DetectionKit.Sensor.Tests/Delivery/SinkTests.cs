using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Delivery;
using DetectionKit.Sensor.Delivery.Sinks;

namespace DetectionKit.Sensor.Tests.Delivery;

public sealed class SinkTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public void Syslog_counts_octets_and_writes_a_header()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = Task.Run(() =>
        {
            using var client = listener.AcceptTcpClient();
            return new StreamReader(client.GetStream(), Encoding.UTF8).ReadToEnd();
        });
        using (ISink sink = new SyslogSink(new HostAndPort("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port), tls: false, null, Patience, TimeSpan.Zero))
            Assert.That(sink.Send([Wrapped(sink, "{\"a\":\"\u00e9\"}"), Wrapped(sink, "{}")], CancellationToken.None), Is.EqualTo(new SendResult(2)));
        var text = received.GetAwaiter().GetResult();
        var header = $"<132>1 2023-11-14T22:13:22.000000Z core-1 dk-sensor {Environment.ProcessId} alert - ";
        Assert.That(text, Is.EqualTo($"{header.Length + 10} {header}{{\"a\":\"\u00e9\"}}{header.Length + 2} {header}{{}}"));
    }

    [Test]
    public void What_a_syslog_receiver_took_before_it_broke_the_connection_is_sent_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using ISink sink = new SyslogSink(new HostAndPort("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port), tls: false, null, Patience, TimeSpan.FromSeconds(1));
        var first = listener.AcceptTcpClientAsync();
        Assert.That(sink.Send(Records("a", "b"), CancellationToken.None), Is.EqualTo(new SendResult(0)), "acknowledged by TCP, not settled");
        Assert.That(sink.Send(Records("a", "b", "c"), CancellationToken.None), Is.EqualTo(new SendResult(0)));
        using (var client = first.GetAwaiter().GetResult())
            Assert.That(ReadSome(client, 9), Is.EqualTo("1 a1 b1 c"), "each once on one connection");
        var second = listener.AcceptTcpClientAsync();
        var delivered = 0;
        var end = DateTime.UtcNow + Patience;
        while (delivered == 0 && DateTime.UtcNow < end)
        {
            try
            {
                delivered = sink.Send(Records("a", "b", "c"), CancellationToken.None).Delivered;
            }
            catch (IOException)
            {
                // The first connection is gone.
            }
        }

        Assert.That(delivered, Is.EqualTo(3));
        using var again = second.GetAwaiter().GetResult();
        Assert.That(ReadSome(again, 9), Is.EqualTo("1 a1 b1 c"));
    }

    [Test]
    public void A_syslog_receiver_that_is_not_there_is_a_problem_and_no_loss()
    {
        using ISink sink = new SyslogSink(new HostAndPort("127.0.0.1", 1), tls: false, null, TimeSpan.FromSeconds(2), TimeSpan.Zero);
        Assert.That(() => sink.Send(["x"u8.ToArray()], CancellationToken.None), Throws.InstanceOf<SocketException>());
    }

    [TestCase(200, 3, 0, null)]
    [TestCase(500, 0, 0, "127.0.0.1 answers 500")]
    [TestCase(429, 0, 0, "127.0.0.1 answers 429")]
    [TestCase(401, 0, 0, "127.0.0.1 answers 401")]
    public void An_answer_says_whether_records_are_delivered(int code, int delivered, int rejected, string? problem)
    {
        using var server = new Answers(_ => code);
        using var sink = Webhook(server, 100);
        Assert.That(sink.Send(Records("1", "2", "3"), CancellationToken.None), Is.EqualTo(new SendResult(delivered, rejected, problem)));
        Assert.That(server.Bodies, Is.EqualTo(new[] { "[1,2,3]" }));
    }

    [Test]
    public void A_record_that_the_receiver_never_takes_is_found_and_left_out()
    {
        using var server = new Answers(body => body.Contains('2', StringComparison.Ordinal) ? 400 : 200);
        using var sink = Webhook(server, 100);
        var (left, rejected) = (Records("1", "2", "3").ToList(), 0);
        for (var i = 0; left.Count > 0 && i < 10; i++)
        {
            var result = sink.Send([.. left.Take(sink.Batch)], CancellationToken.None);
            left.RemoveRange(0, result.Delivered);
            rejected += result.Rejected;
        }

        Assert.That(left, Is.Empty);
        Assert.That(rejected, Is.EqualTo(1));
        Assert.That(server.Bodies, Is.EqualTo(new[] { "[1,2,3]", "[1]", "[2]", "[3]" }));
        Assert.That(sink.Batch, Is.EqualTo(100));
    }

    [Test]
    public void Splunk_gets_events_one_behind_the_other_and_the_token()
    {
        var token = Path.GetTempFileName();
        File.WriteAllText(token, "secret\n");
        using var server = new Answers(_ => 200);
        using ISink sink = new SplunkHecSink(server.Url, token, 10, Patience, null);
        sink.Send([Wrapped(sink, "{\"n\":1}"), Wrapped(sink, "{\"n\":2}")], CancellationToken.None);
        File.Delete(token);
        Assert.That(server.Authorization, Is.EqualTo("Splunk secret"));
        Assert.That(server.Bodies.Single(), Does.StartWith("{\"time\":1700000000.25,\"host\":\"core-1\",\"source\":\"detectionkit\",\"sourcetype\":\"detectionkit:alert\",\"event\":{\"n\":1}}{\"time\""));
    }

    [TestCase("{\"text\":\"Invalid data format\",\"code\":6}", 1, 1, null)]
    [TestCase("{\"text\":\"Data channel is missing\",\"code\":10}", 0, 0, "127.0.0.1 answers 400")]
    [TestCase("{\"text\":\"Incorrect index\",\"code\":7}", 0, 0, "127.0.0.1 answers 400")]
    [TestCase("no JSON", 1, 1, null)]
    public void Splunk_refuses_records_or_is_set_up_otherwise(string answer, int delivered, int rejected, string? problem)
    {
        var token = Path.GetTempFileName();
        using var server = new Answers(_ => 400) { Answer = answer };
        using ISink sink = new SplunkHecSink(server.Url, token, 10, Patience, null);
        Assert.That(sink.Send(Records("1"), CancellationToken.None), Is.EqualTo(new SendResult(delivered, rejected, problem)));
        File.Delete(token);
    }

    [TestCase("a\n", 2, "a\n")]
    [TestCase("a\nhal", 2, "a\n")]
    [TestCase("a\nb\nhal", 2, "a\nb\n")]
    [TestCase("hal", 0, "")]
    public void Of_what_a_full_disk_took_half_a_line_goes(string text, long whole, string expected)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        FileSink.CutHalfLine(path, whole);
        Assert.That(File.ReadAllText(path), Is.EqualTo(expected));
        File.Delete(path);
    }

    [Test]
    public void A_file_is_rotated_and_a_line_that_a_crash_cut_does_not_run_into_the_next()
    {
        var folder = Directory.CreateTempSubdirectory("dk-file-").FullName;
        var path = Path.Combine(folder, "alerts.jsonl");
        File.WriteAllText(path, "{\"cut\":");
        using (var sink = new FileSink(path, maxBytes: 20, keep: 2))
        {
            foreach (var text in new[] { "aaaaaaaaaaaa", "b", "cccccccccccccccccccc", "dddddddddddddddddddd", "e" })
                sink.Send(Records(text), CancellationToken.None);
        }

        Assert.That(File.ReadAllText(path), Is.EqualTo("e\n"));
        Assert.That(File.ReadAllText(path + ".1"), Is.EqualTo("dddddddddddddddddddd\n"));
        Assert.That(File.ReadAllText(path + ".2"), Is.EqualTo("b\ncccccccccccccccccccc\n"));
        Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(3));
        Directory.Delete(folder, recursive: true);
    }

    private static ImmutableArray<byte[]> Records(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    private static string ReadSome(TcpClient client, int bytes)
    {
        var buffer = new byte[bytes];
        client.GetStream().ReadExactly(buffer);
        return Encoding.ASCII.GetString(buffer);
    }

    private static byte[] Wrapped(ISink sink, string text)
    {
        var output = new ArrayBufferWriter<byte>();
        sink.Wrap(Some.Alert(), Encoding.UTF8.GetBytes(text), output);
        return output.WrittenSpan.ToArray();
    }

    private static WebhookSink Webhook(Answers server, int batch) => new(server.Url, ImmutableSortedDictionary<string, string>.Empty, batch, Patience, null);

    /// <summary>A web server of one thread.</summary>
    private sealed class Answers : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Func<string, int> _code;

        public Answers(Func<string, int> code)
        {
            _code = code;
            using (var probe = new TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Url = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
            }

            _listener.Prefixes.Add(Url.AbsoluteUri);
            _listener.Start();
            new Thread(Run) { IsBackground = true }.Start();
        }

        public Uri Url { get; }

        public List<string> Bodies { get; } = [];

        public string? Authorization { get; private set; }

        public string Answer { get; init; } = "";

        public void Dispose() => _listener.Close();

        private void Run()
        {
            try
            {
                while (true)
                {
                    var context = _listener.GetContext();
                    var body = new StreamReader(context.Request.InputStream).ReadToEnd();
                    Bodies.Add(body);
                    Authorization = context.Request.Headers["Authorization"];
                    context.Response.StatusCode = _code(body);
                    context.Response.Close(Encoding.UTF8.GetBytes(Answer), willBlock: true);
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The end of the test.
            }
        }
    }
}
