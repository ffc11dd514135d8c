using System.CommandLine;
using System.Globalization;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk flows FILE...</c></summary>
internal sealed class FlowsVerb : Verb
{
    private const int MostThreads = 256;

    private readonly Argument<string[]> _files = new("file") { Description = "Captures: pcap or pcapng, also gzip; - is standard input.", Arity = ArgumentArity.OneOrMore, HelpName = "FILE" };
    private readonly Option<string> _format = CommonOptions.Format(FlowsJob.Formats);
    private readonly Option<bool> _why = new("--why") { Description = "Say of each flow which rule decided its app, on what bytes (json)." };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "How many captures are read side by side; a capture by itself is read ahead by a second thread. The output is the same.",
        HelpName = "N",
        CustomParser = CommonOptions.Number<int>,
        DefaultValueFactory = _ => 1,
    };

    private readonly PacketOptions _packets = new();

    public FlowsVerb()
        : base(
            "flows",
            "Show the flows of captures: who talked to whom, and which application protocol the bytes speak, whatever the port. Each file is a run of its own.",
            "dk flows datasets/benign/http_on_80/capture.pcap",
            "dk flows --format json *.pcap | jq 'select(.app == \"ssl\" and .dest_port != 443)'",
            "dk flows --format none big.pcap                            # one line of sums, as fast as it goes")
    {
        Add(_files);
        Add(_format);
        Add(_why);
        Add(_threads);
        _threads.Validators.Add(result =>
        {
            // What is no number at all is refused where it is converted.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, CultureInfo.InvariantCulture, out var threads) && threads is < 1 or > MostThreads)
                result.AddError($"--threads: a number from 1 to {MostThreads}");
        });
        _packets.AddTo(this);
    }

    /// <summary>What a command line asks.</summary>
    /// <param name="parsed">The command line.</param>
    public FlowsJob Job(ParseResult parsed) => new(parsed.GetRequiredValue(_files), parsed.GetRequiredValue(_format))
    {
        Packets = _packets.Read(parsed) with { Evidence = parsed.GetValue(_why) },
        Threads = parsed.GetValue(_threads),
    };

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation) => Job(parsed).Run(terminal, cancellation);
}
