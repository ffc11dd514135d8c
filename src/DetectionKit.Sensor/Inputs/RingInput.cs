using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Evidence;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Capture.Live;

namespace DetectionKit.Sensor.Inputs;

/// <summary>An interface's ring, or one of the rings among which its flows are spread.</summary>
internal sealed class RingInput : ISensorInput
{
    private const int WaitMilliseconds = 100;
    private readonly PacketRing _ring;
    private readonly LiveRun _run;
    private readonly LiveInput _input;
    private readonly TrafficEngine _engine;
    private readonly PacketMemory? _memory;
    private long _latest;

    public RingInput(PacketRing ring, string name, LiveRun run, TrafficOptions options, PacketMemory? memory)
    {
        _ring = ring;
        _run = run;
        _memory = memory;
        Name = name;
        _input = run.OpenInput();
        _engine = new TrafficEngine(name, options, new FlowEventSource(_input));
    }

    public string Name { get; }

    public TrafficCounters? Counters => _engine.Counters;

    public long Drops { get; private set; }

    public long Beats { get; private set; }

    public string? Problem => null;

    public void Run(CancellationToken ending)
    {
        _run.Advance(new Timestamp(Now()));
        while (!ending.IsCancellationRequested)
        {
            var isThere = _ring.Wait(WaitMilliseconds);
            _engine.Hear(_ring);
            if (isThere)
                ReadBlock();
            else
                Idle();
            _run.Advance(new Timestamp(_latest));
            Drops = _ring.Counts().Drops;
            Beats++;
        }

        // What the kernel has taken by now belongs to the run: a block that is not full yet is handed over when its time is up.
        var end = Now();
        while (_latest < end && _ring.Wait(WaitMilliseconds))
            ReadBlock();
        Drops = _ring.Counts().Drops;
        _engine.Finish();
        CaptureWeirds.Give(_engine.Counters, Name, _input);
        _run.Advance(new Timestamp(_latest));
    }

    public void Dispose() => _ring.Dispose();

    private void ReadBlock()
    {
        if (_memory is null)
        {
            _latest = Math.Max(_latest, _engine.Take(_ring));
            return;
        }

        var packet = default(CapturedPacket);
        while (_ring.Read(ref packet))
        {
            _memory.Add(in packet);
            _engine.Take(in packet);
            if (packet.Time > _latest)
                _latest = packet.Time;
        }
    }

    // Packets carry the clock's time: where none comes, the clock says how late it is.
    private void Idle()
    {
        var now = Now();
        if (_latest == 0 || now <= _latest)
            return;
        _engine.Advance(now);
        _latest = now;
    }

    private static long Now() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;
}
