using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Emit;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;
using FsCheck.Fluent;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Emit;

public sealed class HostileTests
{
    private static readonly string[] Names =
    [
        "Search", "Value", "Row", "Match", "Stages", "System", "Immutable Array", "I Detector", "Eval", "DetectionKit", "Abstractions", "object", "Clause 1", "Where 1",
        "1337", "", "class", "Обнаружение", "検出", "a\nclass B { }", "*/ #endif", "Test", "TEST", "te-st", "x\u2028y", "\ud800",
        "Network Traffic", "Raw Event", "Detector Info", "Exception", "Int32", "Detection", "__arglist", new string('a', 5000),
    ];

    [Test]
    public void Any_name_makes_a_class_of_its_own()
    {
        var plans = Names.Select(name => Named(name, new ConstantPredicate(Nowhere, true))).ToArray();
        var detectors = Loaded.Detectors(plans);
        Assert.That(detectors.Select(detector => detector.Info.Name), Is.EqualTo(Names));
        Assert.That(detectors.Select(detector => detector.GetType().Name), Is.Unique);
    }

    [Test]
    public void Any_path_stays_inside_its_directive()
    {
        foreach (var path in (string[])["a\" hidden", "a\n#error gotcha", "a\\b.yml", "\u2028x", "", "a'b\"\"c"])
            Assert.That(Loaded.Detector(Searches.Plan("sourcetype=a", path: path)).Info.Name, Is.EqualTo("Test"));
    }

    [Test]
    public void Any_text_arrives_as_it_is()
    {
        var texts = ArbMap.Default.GeneratorFor<string>().Where(text => text is not null);
        var hostile = Gen.Elements("\"", "\\", "\"); //", "{0}", "\r\n", "\0", "\u2028", "\ud83d", "\\u0022", "$\"{1}\"", "\"\"\"", "*/");
        var all = Gen.Frequency((3, texts), (1, hostile)).ListOf(5).Select(parts => string.Concat(parts)).Where(text => !text.Contains('*', StringComparison.Ordinal));
        var samples = all.Sample(60).ToArray();
        var plans = samples.Select(text => OfRaw(new TextPredicate(Nowhere, new FieldSymbol.OfRaw(text + "f"), false, new TextPattern(text)))).ToArray();
        var detectors = Loaded.Detectors(plans);
        for (var i = 0; i < samples.Length; i++)
        {
            var e = new RawEvent(default, "t", "s");
            e.Add(samples[i] + "f", Value.Of(samples[i]));
            Assert.That(((IDetector<RawEvent>)detectors[i]).Match(e), Is.True, DetectorCompiler.Write([plans[i]])[0].Text);
        }
    }
}
