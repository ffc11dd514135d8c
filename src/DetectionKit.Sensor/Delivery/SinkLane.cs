using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Alerts.Formats;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Delivery.Spooling;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Delivery;

/// <summary>One sink with its spool and its worker: what is accepted is delivered at least once, in order, however often that must be tried.</summary>
internal sealed class SinkLane : IDisposable
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(2);
    private readonly ISink _sink;
    private readonly AlertFormat _format;
    private readonly string _revisions;
    private readonly SensorLog _log;
    private readonly CancellationTokenSource _ending = new();
    private readonly Thread _worker;
    private readonly ArrayBufferWriter<byte> _text = new();
    private volatile bool _draining;
    private long _skipped;
    private string? _problem;

    public SinkLane(SinkConfiguration configuration, ISink sink, Spool spool, SensorLog log)
    {
        Name = configuration.Name;
        _sink = sink;
        Spool = spool;
        _log = log;
        _format = AlertFormats.All[configuration.Format];
        _revisions = configuration.Revisions;
        _worker = new Thread(Work) { Name = $"sink {Name}", IsBackground = true };
    }

    public string Name { get; }

    public Spool Spool { get; }

    /// <summary>Records that the sink took.</summary>
    public long Delivered { get; private set; }

    /// <summary>Records that the receiver will never take.</summary>
    public long Rejected { get; private set; }

    /// <summary>Deliveries that did not come off.</summary>
    public long Failures { get; private set; }

    /// <summary>What is wrong at present; null: nothing.</summary>
    public string? Problem => Volatile.Read(ref _problem);

    public void Start() => _worker.Start();

    /// <summary>Accepts alerts: those that this sink wants are on disk afterwards, or counted as refused.</summary>
    public void Accept(IReadOnlyList<Alert> alerts)
    {
        var records = new List<(long Sequence, ReadOnlyMemory<byte> Payload)>(alerts.Count);
        foreach (var alert in alerts.Where(Wants))
        {
            _text.ResetWrittenCount();
            _format.Write(_text, alert);
            var record = new ArrayBufferWriter<byte>(_text.WrittenCount + 64);
            _sink.Wrap(alert, _text.WrittenSpan, record);
            records.Add((alert.Sequence, record.WrittenMemory));
        }

        if (records.Count == 0)
            return;
        var refused = records.Count - Spool.Append(records);
        if (refused > 0)
            _log.Fail(string.Create(CultureInfo.InvariantCulture, $"sink {Name}: {refused} alerts are lost: {Spool.Refusal}"));
    }

    /// <summary>Has all of them deliver what waits, as far as the time suffices, and end. What is left waits on disk. That sinks hang takes the time of one.</summary>
    /// <param name="lanes">The sinks.</param>
    /// <param name="atMost">For all of them together.</param>
    public static void Drain(ImmutableArray<SinkLane> lanes, TimeSpan atMost)
    {
        foreach (var lane in lanes)
            lane._draining = true;
        Join(lanes, atMost);
        foreach (var lane in lanes)
            lane._ending.Cancel();
        Join(lanes, EndTime);
        foreach (var lane in lanes.Where(lane => lane.Spool.Depth > 0))
            lane._log.Warn(string.Create(CultureInfo.InvariantCulture, $"sink {lane.Name}: {lane.Spool.Depth} alerts stay on disk until the next start"));
    }

    public void Dispose()
    {
        // A worker that hangs in a call ends with the process; what it holds is not taken from under it.
        if (!_ending.IsCancellationRequested)
        {
            _ending.Cancel();
            Join([this], EndTime);
        }

        if (IsRunning)
            return;
        _sink.Dispose();
        Spool.Dispose();
        _ending.Dispose();
    }

    private bool IsRunning => _worker.IsAlive;

    private static void Join(ImmutableArray<SinkLane> lanes, TimeSpan atMost)
    {
        var end = DateTime.UtcNow + atMost;
        foreach (var lane in lanes.Where(lane => lane.IsRunning))
            lane._worker.Join(end - DateTime.UtcNow is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    private bool Wants(Alert alert) => _revisions switch
    {
        "first" => alert.Live.Revision == 1,
        "final" => alert.Live.State != LiveRowState.Open,
        _ => true,
    };

    private void Work()
    {
        var pause = LeastPause;
        while (!_ending.IsCancellationRequested)
        {
            var records = Spool.Peek(_sink.Batch);
            ReportDamage();
            if (records.Count == 0)
            {
                if (_draining)
                    return;
                Spool.WaitForArrival(TimeSpan.FromMilliseconds(_draining ? 0 : 200), _ending.Token);
                continue;
            }

            var result = TrySend(records);
            Spool.Acknowledge(result.Delivered);
            Delivered += result.Delivered - result.Rejected;
            Rejected += result.Rejected;
            if (result.Problem is not { } problem)
            {
                if (Problem is not null)
                    _log.Say($"sink {Name}: works again");
                Volatile.Write(ref _problem, null);
                pause = LeastPause;
                continue;
            }

            Failures++;
            if (!string.Equals(problem, Problem, StringComparison.Ordinal))
                _log.Warn($"sink {Name}: {problem}; trying again");
            Volatile.Write(ref _problem, problem);
            _ending.Token.WaitHandle.WaitOne(pause);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    private void ReportDamage()
    {
        if (Spool.Skipped == _skipped)
            return;
        _log.Fail(string.Create(CultureInfo.InvariantCulture, $"sink {Name}: {Spool.Skipped - _skipped} bytes of the spool are damaged, or were cut off by a crash: passed over"));
        _skipped = Spool.Skipped;
    }

    private SendResult TrySend(IReadOnlyList<byte[]> records)
    {
        try
        {
            return _sink.Send(records, _ending.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or UnauthorizedAccessException or OperationCanceledException or ObjectDisposedException or HttpRequestException or System.Security.Authentication.AuthenticationException)
        {
            return SendResult.Failed(e is HttpRequestException or System.Security.Authentication.AuthenticationException && e.InnerException is { } inner ? $"{e.Message} ({inner.Message})" : e.Message);
        }
    }
}
