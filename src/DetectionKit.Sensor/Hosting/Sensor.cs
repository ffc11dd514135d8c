using System.Collections.Immutable;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Alerts.Formats;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Inputs;
using DetectionKit.Sensor.Observing;
using DetectionKit.Sensor.Rules;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture.Live;

namespace DetectionKit.Sensor.Hosting;

/// <summary>The sensor as a whole: inputs, rules, alerts; from start to drain.</summary>
internal sealed class Sensor : IDisposable
{
    private readonly SensorConfiguration _configuration;
    private readonly SensorLog _log;
    private readonly AlertMaker _alerts;
    private readonly LiveRun _run;
    private readonly BundleSource _source;
    private ImmutableArray<IPacketInput> _inputs = [];
    private LoadedBundle? _bundle;

    public Sensor(SensorConfiguration configuration, SensorLog log)
    {
        _configuration = configuration;
        _log = log;
        var stdout = Console.OpenStandardOutput();
        _alerts = new AlertMaker(configuration.Name, log, alert =>
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            AlertFormats.All["native"].Write(buffer, alert);
            stdout.Write(buffer.WrittenSpan);
            stdout.WriteByte((byte)'\n');
        });
        _run = new LiveRun(configuration.Window, _alerts);
        _source = new BundleSource(configuration.Bundle, configuration.Trust, configuration.AllowUnsigned);
    }

    /// <summary>Runs until told to end, or until all inputs have ended.</summary>
    /// <returns>The process's exit code.</returns>
    public int Run(CancellationToken ending)
    {
        if (!LoadBundle() || !OpenInputs())
            return 2;
        _log.Say($"{_inputs.Length} inputs, {_bundle!.Rules.Detectors.Length} detectors: running");
        var threads = _inputs.Select(input => new Thread(() => input.Run(ending)) { Name = input.Name }).ToImmutableArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        _run.Close();
        foreach (var input in _inputs)
            _log.Say(FormattableString.Invariant($"{input.Name}: {input.Counters.Packets} packets, {input.Drops} dropped, {input.Counters.Flows} flows"));
        return 0;
    }

    public void Dispose()
    {
        foreach (var input in _inputs)
            input.Dispose();
        _bundle?.Dispose();
    }

    private bool LoadBundle()
    {
        var read = _source.Read(out var problems);
        foreach (var problem in problems)
            _log.Fail(problem);
        if (read is not { } found || LoadedBundle.Load(found.Bundle, found.File, out problems) is not { } loaded)
        {
            foreach (var problem in problems)
                _log.Fail(problem);
            return false;
        }

        _bundle = loaded;
        _alerts.Use(loaded.Manifest);
        _run.Load(loaded.Rules);
        return true;
    }

    private bool OpenInputs()
    {
        var options = TrafficOptions.Default with { MaxFlows = _configuration.MaxFlows, ProtocolFacts = true, Evidence = true };
        var inputs = ImmutableArray.CreateBuilder<IPacketInput>();
        try
        {
            foreach (var (input, number) in _configuration.Inputs.Select((input, number) => (input, number)))
            {
                if (input.Capture is { } capture)
                {
                    inputs.Add(new CaptureInput(capture, _run, options));
                    continue;
                }

                for (var thread = 0; thread < input.Threads; thread++)
                {
                    var ring = new PacketRing(input.Interface!, new RingOptions
                    {
                        RingBytes = input.RingMegabytes << 20,
                        SnapLength = input.SnapLength,
                        Promiscuous = input.Promiscuous,
                        FanoutGroup = input.Threads > 1 ? (ushort)((Environment.ProcessId + number) & 0xFFFF) : null,
                    });
                    inputs.Add(new RingInput(ring, input.Interface!, _run, options));
                }
            }
        }
        catch (LiveCaptureException e)
        {
            _log.Fail(e.Message);
            return false;
        }

        _inputs = inputs.ToImmutable();
        return true;
    }
}
