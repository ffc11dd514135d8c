using System.Text.Json;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Cli.Output;

/// <summary>Events as JSON, one a line: <c>{"file","model","fields":{...}}</c>; <c>model</c> is null for a raw event.</summary>
/// <param name="output">Where to; buffered by its owner.</param>
internal sealed class EventJson(Stream output) : IEventSink, IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, RowJson.Options);

    /// <summary>The input that is being read, as given.</summary>
    public string File { get; set; } = "";

    /// <inheritdoc/>
    public EventInterest Interest => EventInterest.All;

    /// <inheritdoc/>
    public void OnModel<TEvent>(TEvent modelEvent)
        where TEvent : ModelEvent
    {
        var model = ModelOf<TEvent>.Value;
        Begin(model.Name);
        WriteCommon(modelEvent.Time, modelEvent.Host, modelEvent.Source, modelEvent.SourceType);
        foreach (var field in model.Fields)
            ResultWriter.WriteMember(_json, field.Name, field.Read(modelEvent));
        End();
    }

    /// <inheritdoc/>
    public void OnRaw(RawEvent rawEvent)
    {
        Begin(null);
        WriteCommon(rawEvent.Time, rawEvent.Host, rawEvent.Source, rawEvent.SourceType);
        foreach (var (name, value) in rawEvent.Fields)
            ResultWriter.WriteMember(_json, name, value);
        End();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Begin(string? model)
    {
        _json.WriteStartObject();
        _json.WriteString("file", File);
        _json.WriteString("model", model);
        _json.WriteStartObject("fields");
    }

    private void WriteCommon(Timestamp time, string host, string source, string sourceType)
    {
        _json.WriteNumber("_time", time.Seconds);
        _json.WriteString("host", host);
        _json.WriteString("source", source);
        _json.WriteString("sourcetype", sourceType);
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.WriteByte((byte)'\n');
    }
}
