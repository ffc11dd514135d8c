using System.CommandLine;
using DetectionKit.Abstractions.Events;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Output;
using DetectionKit.Cli.Terminals;
using DetectionKit.Testing.Replay;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk events FILE...</c></summary>
internal sealed class EventsVerb : Verb
{
    private readonly Argument<string[]> _files = new("file") { Description = "Captures and logs.", Arity = ArgumentArity.OneOrMore, HelpName = "FILE" };
    private readonly Option<string?> _format = CommonOptions.FormatFor("text on a terminal, else json", "json", "text");

    private readonly Option<string?> _sourceType = CommonOptions.SourceType();
    private readonly PacketOptions _packets = new();

    public EventsVerb()
        : base(
            "events",
            "Show what a reader makes of captures and logs: the events that detections see, one a line.",
            "dk events datasets/benign/http_on_80/capture.pcap",
            "dk events --format json capture.pcap | jq 'select(.model == \"Network_Traffic\").fields.app'")
    {
        Add(_files);
        Add(_format);
        Add(_sourceType);
        _packets.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var json = new EventJson(terminal.Output);
        IEventSink sink = (parsed.GetValue(_format) ?? (terminal.IsOutputRead ? "text" : "json")) is "text" ? new EventText(terminal.Text) : json;
        return InputFiles.Read(parsed.GetRequiredValue(_files), parsed.GetValue(_sourceType), _packets.Read(parsed), Show, terminal, cancellation);

        InputOutcome Show(FileInputs inputs, InputFile file)
        {
            json.File = file.Path;
            return inputs.Read(file, sink, cancellation);
        }
    }
}
