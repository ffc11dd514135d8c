using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Tests.Values;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Events like given ones, in which some fields hold what nobody expects.</summary>
internal static class HostileEvents
{
    private const int Many = 40;
    private static readonly Timestamp[] Times = [new(long.MinValue), new(-1), new(0), new(1_600_000_000_000_000_000), new(long.MaxValue)];

    /// <summary>The events; the same ones each time.</summary>
    public static IEnumerable<RawEvent> Of(ImmutableArray<RawEvent> events)
    {
        var random = new Random(1);
        for (var i = 0; i < Many && !events.IsEmpty; i++)
        {
            var like = events[i % events.Length];
            var text = i % 3 == 0 ? HostileValues.All[random.Next(HostileValues.All.Length)].ToText() : like.Text;
            var e = new RawEvent(i % 10 == 0 ? Times[random.Next(Times.Length)] : like.Time, like.SourceType, like.Source, like.Host) { Text = text };
            foreach (var (name, value) in like.Fields)
                e.Add(name, random.Next(2) == 0 ? HostileValues.All[random.Next(HostileValues.All.Length)] : value);
            yield return e;
        }
    }
}
