using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Emit;

public sealed class CompileTests
{
    [TestCase("dns", 5353, ExpectedResult = true)]
    [TestCase("DNS", 53, ExpectedResult = false)]
    [TestCase("http", 5353, ExpectedResult = false)]
    public bool A_plan_becomes_a_class_whose_predicate_runs(string app, int port)
    {
        var plan = OfTraffic(new AndPredicate(Nowhere,
        [
            new TextPredicate(Nowhere, Field("app"), false, new TextPattern("dns")),
            new NotPredicate(Nowhere, new IntegerPredicate(Nowhere, Field("dest_port"), ComparisonOperator.Equal, 53)),
        ]));
        var detector = (IDetector<NetworkTraffic>)Loaded.Detector(plan);
        return detector.Match(new NetworkTraffic { Time = Timestamp.FromSeconds(0), App = app, DestPort = port });
    }
}
