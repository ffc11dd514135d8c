using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Delivery;
using DetectionKit.Sensor.Delivery.Journal;
using DetectionKit.Sensor.Delivery.Sinks;
using DetectionKit.Sensor.Delivery.Spooling;
using DetectionKit.Sensor.Evidence;
using DetectionKit.Sensor.Inputs;
using DetectionKit.Sensor.Inputs.Following;
using DetectionKit.Sensor.Observing;
using DetectionKit.Sensor.Rules;
using DetectionKit.Traffic.Capture.Live;

namespace DetectionKit.Sensor.Hosting;

/// <summary>The sensor as a whole: sockets, privileges, rules, inputs, sinks; from start to drain.</summary>
internal sealed class Sensor(SensorConfiguration configuration, SensorLog log)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);
    private int _reload;

    /// <summary>Asks to read the bundle and the keys again.</summary>
    public void Reload() => Interlocked.Exchange(ref _reload, 1);

    /// <summary>Runs until told to end, or until all inputs have ended.</summary>
    /// <returns>The process's exit code: 0, or 2 where it could not run.</returns>
    public int Run(CancellationToken ending)
    {
        try
        {
            return Open(ending);
        }
        catch (Exception e) when (e is LiveCaptureException or IOException or UnauthorizedAccessException)
        {
            log.Fail(e.Message);
            return 2;
        }
    }

    private int Open(CancellationToken ending)
    {
        using var manager = ServiceManager.Open();
        AlertQueue? queue = null;
        var alerts = new AlertMaker(configuration.Name, log, alert => queue!.Add(alert), (window, end) => queue!.Add(window, end));
        var run = new LiveRun(configuration.Window, alerts);
        var factory = new InputFactory(configuration, run, log);
        var inputs = factory.Open();
        ImmutableArray<FollowInput> logs = [.. inputs.OfType<FollowInput>()];
        try
        {
            BecomeUser();
            using var bundle = new BundleKeeper(new BundleSource(configuration.Bundle, configuration.Trust, configuration.AllowUnsigned, Path.Combine(configuration.State, "accepted.json")), run, alerts, log);
            var suppressor = new Suppressor();
            var evidence = configuration.Evidence is { } wanted ? new EvidenceFolder(wanted, factory.Memories, log) : null;
            var sync = configuration.Spool.Fsync switch { "always" => SpoolSync.Always, "interval" => SpoolSync.Interval, _ => SpoolSync.Never };
            ImmutableArray<SinkLane> lanes = [.. configuration.Sinks.Select(sink => Lane(sink, sync))];
            using var journal = new AlertJournal(Path.Combine(configuration.State, "alerts.journal"), sync, suppressor, log);
            queue = new AlertQueue(lanes, sync, journal, () => logs.Select(input => input.Position).OfType<LogPosition>(), alert => suppressor.Pass(alert) is not { } passed ? null : evidence is null ? passed : evidence.Attach(passed), () => evidence?.Continue());
            using (queue)
            {
                if (!bundle.Begin())
                    return 2;
                Recovery.Settle(journal, lanes, alerts);
                var now = new Timestamp((DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100);
                var known = journal.Positions = LogReplay.Resume(logs, journal.Positions, run.WindowOf(now), log);
                queue.Start();
                Recovery.End(journal, run, now, alerts, queue, log);
                var metrics = new SensorMetrics(inputs, run, bundle, alerts, suppressor, journal, queue, lanes, evidence, log);
                using var endpoint = configuration.Metrics is { } address ? new HttpEndpoint(address, () => PrometheusText.Of(metrics.All()), metrics.Health) : null;
                using var exporter = configuration.Telemetry is { } telemetry ? new OtlpExporter(telemetry, configuration.Name, metrics.All, log) : null;
                if (LogReplay.Run(logs, known, run, run.WindowOf(now), log, ending))
                {
                    Watch(inputs, bundle, manager, ending);
                    run.Close(isCut: ending.IsCancellationRequested);
                }

                queue.Drain(DrainTime);
                Summarize(inputs, lanes);
                return inputs.Any(input => input is CaptureInput && input.Problem is not null) ? 2 : 0;
            }
        }
        finally
        {
            foreach (var input in inputs)
                input.Dispose();
        }
    }

    private void Watch(ImmutableArray<ISensorInput> inputs, BundleKeeper bundle, ServiceManager manager, CancellationToken ending)
    {
        var threads = inputs.Select(input => new Thread(() => input.Run(ending)) { Name = input.Name }).ToImmutableArray();
        foreach (var thread in threads)
            thread.Start();
        log.Say($"running: {inputs.Length} inputs, {bundle.Detectors} detectors");
        manager.Ready($"{bundle.Running}: {bundle.Detectors} detectors");
        var pulse = new Pulse(inputs, manager);
        var known = new string?[inputs.Length];
        using var watch = new BundleWatch(bundle);
        WaitHandle[] signals = [ending.WaitHandle, watch.Signal];
        while (!ending.IsCancellationRequested && threads.Any(thread => thread.IsAlive))
        {
            WaitHandle.WaitAny(signals, Tick);
            if (Interlocked.Exchange(ref _reload, 0) == 1)
            {
                manager.Reloading();
                watch.Ask();
            }

            if (watch.Turn())
                manager.Ready($"{bundle.Running}: {bundle.Detectors} detectors");
            Complain(inputs, known);
            pulse.Beat(threads);
        }

        manager.Stopping();
        foreach (var thread in threads)
            thread.Join();
        Complain(inputs, known);
    }

    // What is wrong with an input is told once, and so is that it is well again.
    private void Complain(ImmutableArray<ISensorInput> inputs, string?[] known)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            var problem = inputs[i].Problem;
            if (string.Equals(problem, known[i], StringComparison.Ordinal))
                continue;
            known[i] = problem;
            if (problem is null)
                log.Say($"{inputs[i].Name}: is read again");
            else
                log.Warn($"{inputs[i].Name}: {problem}");
        }
    }

    private void BecomeUser()
    {
        Make("state", configuration.State);
        if (configuration.Evidence is { } evidence)
            Make("evidence", evidence.Folder);
        if (configuration.User is not { } name)
            return;
        var user = Privileges.Find(name) ?? throw new IOException($"there is no user {name}");
        if (Environment.IsPrivilegedProcess)
        {
            Privileges.Give(configuration.State, user);
            if (configuration.Evidence is { } folder)
                Privileges.Give(folder.Folder, user);
            foreach (var own in ServiceManager.LogFolders)
                Privileges.Give(own, user);
        }

        Privileges.Become(user);
    }

    private static void Make(string what, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{what}: the folder {folder} cannot be made: {e.Message}", e);
        }
    }

    private SinkLane Lane(SinkConfiguration sink, SpoolSync sync) => new(
        sink,
        SinkFactory.Make(sink, SinkFactory.Settling),
        new Spool(Path.Combine(configuration.State, "spool", sink.Name), new SpoolOptions((long)configuration.Spool.MaxMegabytes << 20, (long)configuration.Spool.SegmentMegabytes << 20, sync)),
        log);

    private void Summarize(ImmutableArray<ISensorInput> inputs, ImmutableArray<SinkLane> lanes)
    {
        foreach (var input in inputs)
            log.Say(FormattableString.Invariant($"{input.Name}: {input.Counters?.Packets ?? 0} packets, {input.Drops} dropped, {input.Counters?.Flows ?? 0} flows{(input.Problem is { } problem ? ", " + problem : "")}"));
        foreach (var lane in lanes)
            log.Say(FormattableString.Invariant($"sink {lane.Name}: {lane.Spool.Accepted} alerts accepted, {lane.Delivered} delivered, {lane.Spool.Refused} lost"));
    }
}
