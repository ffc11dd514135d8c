using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Emit;
using DetectionKit.Compiler.Tests.Emit;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using FsCheck;
using FsCheck.Fluent;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Two implementations, one truth: emitted code and the reference evaluator agree on random plans.</summary>
public sealed class AgreementTests
{
    private const int PlanCount = 300;
    private const int SubjectCount = 60;
    private static readonly RunContext Run = new(Timestamp.FromSeconds(1673190245), TimeZoneInfo.Utc);

    [Test]
    public void They_agree_on_predicates_over_typed_events()
    {
        var events = Sample(RandomPlans.Traffic, SubjectCount);
        Agree(Sample(RandomPlans.ModelPredicates, PlanCount), predicate => OfTraffic(predicate), (detector, predicate) =>
        {
            foreach (var e in events)
                Check(((IDetector<NetworkTraffic>)detector).Match(e), predicate.Accept(new ReferencePredicates(field => Texts(ReadModel(e, field)), [])));
        });
    }

    [Test]
    public void They_agree_on_predicates_over_raw_events()
    {
        var events = Sample(RandomPlans.RawEvents, SubjectCount);
        Agree(Sample(RandomPlans.RawPredicates, PlanCount), predicate => OfRaw(predicate), (detector, predicate) =>
        {
            foreach (var e in events)
            {
                string[] all = [.. e.Fields.SelectMany(field => Texts(field.Value))];
                Check(((IDetector<RawEvent>)detector).Match(e), predicate.Accept(new ReferencePredicates(field => Texts(e[field.Name]), all)));
            }
        });
    }

    [Test]
    public void They_agree_on_predicates_over_rows()
    {
        var rows = Sample(RandomPlans.Rows, SubjectCount);
        Agree(Sample(RandomPlans.RowPredicates, PlanCount), predicate => OfRaw(new ConstantPredicate(Nowhere, true), new FilterStage(Nowhere, predicate)), (detector, predicate) =>
        {
            var condition = ((WhereSpec)detector.Stages[0]).Condition;
            foreach (var row in rows)
            {
                string[] all = [.. row.Columns.SelectMany(column => Texts(column.Value))];
                Check(condition(row, Run), predicate.Accept(new ReferencePredicates(field => Texts(row[field.Name]), all)));
            }
        });
    }

    [Test]
    public void They_agree_on_conditions()
    {
        var rows = Sample(RandomPlans.Rows, SubjectCount);
        Agree(Sample(RandomPlans.Conditions(3), PlanCount), condition => OfRaw(new ConstantPredicate(Nowhere, true), new WhereStage(Nowhere, condition)), (detector, condition) =>
        {
            var emitted = ((WhereSpec)detector.Stages[0]).Condition;
            foreach (var row in rows)
                Check(emitted(row, Run), new ReferenceExpressions(row, Run).Known(condition) > 0);
        });
    }

    [Test]
    public void They_agree_on_expressions()
    {
        var rows = Sample(RandomPlans.Rows, SubjectCount);
        Agree(Sample(RandomPlans.Expressions(3), PlanCount), expression => OfRaw(new ConstantPredicate(Nowhere, true), new EvalStage(Nowhere, [new BoundAssignment(Nowhere, "x", expression)])), (detector, expression) =>
        {
            var emitted = ((EvalSpec)detector.Stages[0]).Assignments[0].Expression;
            foreach (var row in rows)
                Check(Written(emitted(row, Run)), Written(new ReferenceExpressions(row, Run).Of(expression)));
        });
    }

    private static void Agree<T>(IReadOnlyList<T> parts, Func<T, DetectionPlan> planOf, Action<IDetector, T> compare)
    {
        DetectionPlan[] plans = [.. parts.Select(planOf)];
        var detectors = Loaded.Detectors(plans);
        Assert.That(parts, Has.Count.EqualTo(PlanCount));
        for (var i = 0; i < parts.Count; i++)
        {
            try
            {
                compare(detectors[i], parts[i]);
            }
            catch (DisagreementException disagreement)
            {
                Assert.Fail($"{disagreement.Message}\n{parts[i]}\n{DetectorCompiler.Write([plans[i]])[0].Readable}");
            }
        }
    }

    private static void Check<T>(T emitted, T reference)
    {
        if (!EqualityComparer<T>.Default.Equals(emitted, reference))
            throw new DisagreementException($"emitted: {emitted}, reference: {reference}");
    }

    private static string Written(Value value) => value.IsNull ? "(absent)" : string.Join('|', Texts(value));

    private static string[] Texts(Value value) => [.. value.Items.Select(item => item.ToText())];

    private static Value ReadModel(NetworkTraffic e, FieldSymbol field) =>
        ((ModelField<NetworkTraffic>)((FieldSymbol.OfModel)field).Field).Read(e);

    // A fixed seed: a failure can be seen again.
    private static IReadOnlyList<T> Sample<T>(Gen<T> gen, int count) => [.. gen.Sample(count, new FsCheck.Rnd(20260101), 10)];

    private sealed class DisagreementException(string message) : Exception(message);
}
