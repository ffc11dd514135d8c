using System.Collections.Frozen;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Testing.Replay;

namespace DetectionKit.Testing.Tests.Replay;

public sealed class EventTapeTests
{
    [Test]
    public void Plays_in_order_what_a_sink_wants()
    {
        var tape = Record(new EventTape(10));
        Assert.That(Play(tape, EventInterest.All), Is.EqualTo(["raw a", "model", "raw b"]));
        Assert.That(Play(tape, new(FrozenSet<string>.Empty, null)), Is.EqualTo(["raw a", "raw b"]));
        Assert.That(Play(tape, new(null, FrozenSet.Create(StringComparer.Ordinal, "b"))), Is.EqualTo(["model", "raw b"]));
    }

    [Test]
    public void Keeps_nothing_past_its_limit()
    {
        var tape = Record(new EventTape(2));
        Assert.That((tape.Overflowed, tape.Count), Is.EqualTo((true, 0)));
    }

    private static EventTape Record(EventTape tape)
    {
        tape.OnRaw(new RawEvent(default, "a", "s"));
        tape.OnModel(new NetworkTraffic { Time = default });
        tape.OnRaw(new RawEvent(default, "b", "s"));
        return tape;
    }

    private static List<string> Play(EventTape tape, EventInterest interest)
    {
        var heard = new Listener(interest);
        tape.Play(heard);
        return heard.Heard;
    }

    private sealed class Listener(EventInterest interest) : IEventSink
    {
        public List<string> Heard { get; } = [];

        public EventInterest Interest => interest;

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : ModelEvent => Heard.Add("model");

        public void OnRaw(RawEvent rawEvent) => Heard.Add($"raw {rawEvent.SourceType}");
    }
}
