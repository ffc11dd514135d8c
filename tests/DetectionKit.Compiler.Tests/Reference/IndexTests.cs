using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Compiler.Tests.Emit;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using FsCheck;
using FsCheck.Fluent;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>What a run asks by keys gives the same rows as what it asks without.</summary>
public sealed class IndexTests
{
    private const int PlanCount = 400;
    private const int EventCount = 300;

    [Test]
    public void Raw_events_give_the_same_rows() => Agree(
        RandomPlans.RawPredicates, predicate => OfRaw(predicate), RandomPlans.RawEvents, detector => new Asked<Abstractions.Events.RawEvent>(detector));

    [Test]
    public void A_models_events_give_the_same_rows() => Agree(
        RandomPlans.ModelPredicates, predicate => OfTraffic(predicate), RandomPlans.Traffic, detector => new Asked<NetworkTraffic>(detector));

    private static void Agree<TEvent>(Gen<BoundPredicate> filters, Func<BoundPredicate, DetectionPlan> planOf, Gen<TEvent> events, Func<IDetector, IDetector> always)
        where TEvent : class
    {
        BoundPredicate[] conditions = [.. filters.Sample(PlanCount, new FsCheck.Rnd(20260301), 10)];
        var detectors = Loaded.Detectors([.. conditions.Select(planOf)]);
        object[] all = [.. events.Sample(EventCount, new FsCheck.Rnd(20260302), 10)];
        var lookups = ImmutableDictionary<string, Abstractions.Lookups.LookupTable>.Empty;
        var byKeys = BothWays.Engine(detectors, all, lookups);
        var byAll = BothWays.Engine([.. detectors.Select(always)], all, lookups);
        for (var i = 0; i < conditions.Length; i++)
            Assert.That(byKeys[i], Is.EqualTo(byAll[i]), () => $"{conditions[i]}\n{string.Join(", ", detectors[i].Source.Keys)}");
        Assert.That(detectors.Count(detector => detector.Source.Keys.Any(key => key.IsPart)), Is.GreaterThan(5), "parts are keys");
        Assert.That(byKeys.Count(rows => rows.Length > 0), Is.GreaterThan(PlanCount / 4), "conditions hold");
    }

    private sealed class Asked<TEvent>(IDetector inner) : IDetector<TEvent>
    {
        public DetectorInfo Info => inner.Info;

        public SourceSpec Source { get; } = inner.Source with { Keys = [] };

        public ImmutableArray<StageSpec> Stages => inner.Stages;

        public bool Match(in TEvent e) => ((IDetector<TEvent>)inner).Match(in e);
    }
}
