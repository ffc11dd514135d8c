using DetectionKit.Abstractions.Detectors;
using DetectionKit.Compiler.Emit;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Text;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Workspace.Tests.Checking;

public sealed class ImageBuilderTests
{
    [Test]
    public void A_defect_of_the_emitter_costs_one_rule()
    {
        var (image, failures) = new ImageBuilder(Fragile).Build([Plan("A"), Plan("bad"), Plan("B")]);
        Assert.That(image!.ClassNames, Has.Length.EqualTo(2));
        Assert.That(failures.Keys, Is.EqualTo(new[] { 1 }));
        Assert.That(failures[1], Is.EqualTo("EmitDefectException: The emitted C# does not compile."));
    }

    [Test]
    public void An_image_that_fails_only_as_a_whole_fails_for_all()
    {
        var (image, failures) = new ImageBuilder(plans => plans.Count() > 1 ? throw new EmitDefectException("too many") : DetectorCompiler.Compile(plans)).Build([Plan("A"), Plan("B")]);
        Assert.That((image, failures.Count), Is.EqualTo(((DetectorImage?)null, 2)));
    }

    [Test]
    public void No_plans_make_no_image() => Assert.That(new ImageBuilder(Fragile).Build([]).Image, Is.Null);

    private static DetectorImage Fragile(IEnumerable<DetectionPlan> plans) => plans.Any(plan => plan.Info.Name is "bad")
        ? throw new EmitDefectException("The emitted C# does not compile.\nsource")
        : DetectorCompiler.Compile(plans);

    private static DetectionPlan Plan(string name) => SplCompiler.Compile(
        SearchText.Of(new SourceText("a.yml", "sourcetype=a")), new DetectorInfo(name, "00000000-0000-0000-0000-000000000000", 1, "TTP", []), LookupSchemas.None, new DiagnosticBag())!;
}
