using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;

namespace DetectionKit.Engine.Live;

/// <summary>One input of a live run: hands events over as long as it lives, whatever rules and windows come and go. For one thread.</summary>
public sealed class LiveInput : IEventSink
{
    private readonly LiveRun _run;
    private readonly int _number;
    private string? _replaced;

    internal LiveInput(LiveRun run, int number)
    {
        _run = run;
        _number = number;
    }

    /// <summary>What is wanted now; changes when rules are loaded.</summary>
    public EventInterest Interest => _run.Interest;

    /// <summary>The flow that the events handed over come from, for the rows that they lead to; null: none is known.</summary>
    public FlowReference? Flow { get; set; }

    /// <summary>
    /// Has the next event stand in the place of what a flow that goes on has led to in the window that is open then (<see cref="FlowReference.IsContinuing"/>).
    /// </summary>
    /// <param name="flow">The flow's uid.</param>
    public void Replace(string flow) => _replaced = flow;

    /// <inheritdoc/>
    public void OnModel<TEvent>(TEvent modelEvent)
        where TEvent : ModelEvent
    {
        _run.Take(_number, modelEvent, Flow, _replaced);
        _replaced = null;
    }

    /// <inheritdoc/>
    public void OnRaw(RawEvent rawEvent)
    {
        _run.Take(_number, rawEvent, Flow, _replaced);
        _replaced = null;
    }
}
