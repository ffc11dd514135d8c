using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Evidence;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Sensor.Inputs;

/// <summary>A capture, or a pipe that carries one, read once in packet time.</summary>
internal sealed class CaptureInput : ISensorInput
{
    private const int Stride = 1024;
    private readonly CaptureReader _reader;
    private readonly LiveRun _run;
    private readonly LiveInput _input;
    private readonly TrafficEngine _engine;
    private readonly PacketMemory? _memory;

    public CaptureInput(string path, LiveRun run, TrafficOptions options, PacketMemory? memory)
    {
        _reader = CaptureReader.Open(path);
        _run = run;
        _memory = memory;
        Name = path;
        _input = run.OpenInput();
        _engine = new TrafficEngine(path, options, new FlowEventSource(_input));
    }

    public string Name { get; }

    public TrafficCounters? Counters => _engine.Counters;

    public long Drops => 0;

    public long Beats { get; private set; }

    public string? Problem => _reader.Error?.ToString();

    public void Run(CancellationToken ending)
    {
        var packet = default(CapturedPacket);
        var latest = 0L;
        var count = 0;
        while (!ending.IsCancellationRequested && _reader.Read(ref packet))
        {
            if (latest == 0)
                _run.Advance(new Timestamp(packet.Time));
            _memory?.Add(in packet);
            _engine.Take(in packet);
            latest = Math.Max(latest, packet.Time);
            if (++count % Stride != 0)
                continue;
            _run.Advance(new Timestamp(latest));
            Beats++;
        }

        _engine.Finish();
        CaptureWeirds.Give(_engine.Counters, Name, _input);
        _run.Advance(new Timestamp(latest));
    }

    public void Dispose() => _reader.Dispose();
}
