using System.CommandLine;
using System.Globalization;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Replaying;
using DetectionKit.Cli.Terminals;
using DetectionKit.Traffic.Capture.Live;
using DetectionKit.Traffic.Replay;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk replay FILE... --interface IF</c></summary>
internal sealed class ReplayVerb : Verb
{
    private readonly Argument<string[]> _files = new("file") { Description = "Captures, one after the other.", Arity = ArgumentArity.OneOrMore, HelpName = "FILE" };
    private readonly Option<string> _interface = new("--interface", "-i") { Description = "The interface to send on (Ethernet; needs root or CAP_NET_RAW).", Required = true, HelpName = "IF" };
    private readonly Option<double?> _factor = new("--factor") { CustomParser = result => CommonOptions.Number<double>(result), Description = "So many times as fast as it was captured (default: 1).", HelpName = "NUMBER" };
    private readonly Option<double?> _pps = new("--pps") { CustomParser = result => CommonOptions.Number<double>(result), Description = "So many packets a second.", HelpName = "NUMBER" };
    private readonly Option<double?> _mbps = new("--mbps") { CustomParser = result => CommonOptions.Number<double>(result), Description = "So many million bits a second.", HelpName = "NUMBER" };
    private readonly Option<bool> _top = new("--top-speed") { Description = "As fast as it goes." };
    private readonly Option<string[]> _map = new("--map") { Description = "Exchange addresses or ports: 10.0.0.1=192.0.2.7, 10.0.0.0/8=172.0.0.0, :53=:5300; may be given again.", HelpName = "FROM=TO" };
    private readonly Option<int> _loop = new("--loop") { CustomParser = CommonOptions.Number<int>, Description = "How often; 0: until interrupted.", DefaultValueFactory = _ => 1, HelpName = "NUMBER" };
    private readonly Option<string> _format = CommonOptions.Format("text", "json");

    public ReplayVerb()
        : base(
            "replay",
            "Put captures on a wire: at their own pace, faster, at a rate, or as fast as it goes. Packets go as they were captured, unless mapped.",
            "dk replay capture.pcap --interface eth1",
            "dk replay capture.pcap --interface veth0 --top-speed --loop 100",
            "dk replay capture.pcap --interface eth1 --mbps 500 --map 10.20.0.0/16=192.168.0.0 --map :5300=:53")
    {
        Add(_files);
        foreach (var option in new Option[] { _interface, _factor, _pps, _mbps, _top, _map, _loop, _format })
            Add(option);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var map = ReplayMap.Read(parsed.GetValue(_map) ?? [], out var problem);
        if (PaceOf(parsed) is not { } pace || problem is not null)
        {
            terminal.Fail(problem ?? "name one of --factor, --pps, --mbps, --top-speed, with a number above 0");
            return ExitCode.CouldNotRun;
        }

        if (parsed.GetValue(_loop) < 0)
        {
            terminal.Fail("--loop: a number from 0 on");
            return ExitCode.CouldNotRun;
        }

        var files = parsed.GetRequiredValue(_files);
        if (InputFiles.Existing(files, terminal).Count < files.Length)
            return ExitCode.CouldNotRun;
        try
        {
            using var sender = new PacketSender(parsed.GetRequiredValue(_interface));
            var replayer = new Replayer(sender, pace, map);
            var code = Replay(replayer, files, parsed.GetValue(_loop), terminal, cancellation);
            Summarize(sender, replayer, pace.Elapsed, parsed.GetRequiredValue(_format) is "json", terminal);
            return sender.Refused > 0 ? ExitCode.CouldNotRun : code;
        }
        catch (LiveCaptureException e)
        {
            terminal.Fail(e.Message);
            return ExitCode.CouldNotRun;
        }
    }

    private static int Replay(Replayer replayer, string[] files, int loops, Terminal terminal, CancellationToken cancellation)
    {
        var code = ExitCode.Fine;
        for (var loop = 0; (loops == 0 || loop < loops) && !cancellation.IsCancellationRequested; loop++)
        {
            foreach (var file in files)
            {
                if (replayer.Replay(file, cancellation) is not { } error)
                    continue;
                terminal.Fail($"{file}: {error}");
                code = ExitCode.CouldNotRun;
            }

            if (code != ExitCode.Fine)
                break;
        }

        return code;
    }

    private static void Summarize(PacketSender sender, Replayer replayer, double seconds, bool json, Terminal terminal)
    {
        seconds = Math.Max(seconds, 1e-6);
        var (rate, bits) = (sender.Sent / seconds, sender.SentBytes * 8 / seconds / 1e6);
        terminal.Text.WriteLine(json
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"packets\":{sender.Sent},\"bytes\":{sender.SentBytes},\"seconds\":{seconds:0.######},\"pps\":{rate:0.#},\"mbps\":{bits:0.###},\"refused\":{sender.Refused},\"skipped\":{replayer.Skipped},\"cut\":{replayer.Cut}}}")
            : string.Create(CultureInfo.InvariantCulture, $"{sender.Sent} packets, {sender.SentBytes} bytes in {seconds:0.00} s: {rate:0} packets/s, {bits:0.0} Mbit/s"));
        if (sender.Refused > 0)
            terminal.Fail(string.Create(CultureInfo.InvariantCulture, $"{sender.Refused} packets were refused by the interface: {sender.Refusal ?? "too large"}"));
        if (replayer.Skipped > 0)
            terminal.Remark(string.Create(CultureInfo.InvariantCulture, $"{replayer.Skipped} packets are of a kind that Ethernet cannot carry"));
        if (replayer.Cut > 0)
            terminal.Remark(string.Create(CultureInfo.InvariantCulture, $"{replayer.Cut} packets had been cut by the capture and went as they are"));
    }

    private Pace? PaceOf(ParseResult parsed)
    {
        var (factor, pps, mbps, top) = (parsed.GetValue(_factor), parsed.GetValue(_pps), parsed.GetValue(_mbps), parsed.GetValue(_top));
        if (new[] { factor is not null, pps is not null, mbps is not null, top }.Count(given => given) > 1 || new[] { factor, pps, mbps }.Any(given => given is { } number && !(number > 0 && double.IsFinite(number))))
            return null;
        if (top)
            return new Pace.TopSpeed();
        if (pps is { } packets)
            return new Pace.PacketRate(packets);
        return mbps is { } megabits ? new Pace.BitRate(megabits * 1e6) : new Pace.Own(factor ?? 1);
    }
}
