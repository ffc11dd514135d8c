using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;

namespace DetectionKit.Engine.Live;

/// <summary>One input of a live run: hands events over as long as it lives, whatever rules and windows come and go. For one thread.</summary>
public sealed class LiveInput : IEventSink
{
    private readonly LiveRun _run;
    private readonly int _number;
    private bool _replaces;

    internal LiveInput(LiveRun run, int number)
    {
        _run = run;
        _number = number;
    }

    /// <summary>What is wanted now; changes when rules are loaded.</summary>
    public EventInterest Interest => _run.Interest;

    /// <summary>
    /// The flow that the events handed over come from, for the rows that they lead to; null: none is known. Of a flow that was told of before
    /// (<see cref="FlowReference.WasTold"/>) the first event stands in the place of what it has led to in the window that is open then; where none comes, that is taken back.
    /// </summary>
    public FlowReference? Flow
    {
        get;
        set
        {
            if (_replaces)
                _run.Replace(field!);
            field = value;
            _replaces = value is { WasTold: true };
        }
    }

    /// <inheritdoc/>
    public void OnModel<TEvent>(TEvent modelEvent)
        where TEvent : ModelEvent
    {
        _run.Take(_number, modelEvent, Flow, _replaces);
        _replaces = false;
    }

    /// <inheritdoc/>
    public void OnRaw(RawEvent rawEvent)
    {
        _run.Take(_number, rawEvent, Flow, _replaces);
        _replaces = false;
    }
}
