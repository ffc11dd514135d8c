using System.Runtime.CompilerServices;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Hosting;
using DetectionKit.Engine.Hosting.Policy;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Hosting;

public sealed class DetectorHostTests
{
    [Test]
    public void A_loaded_detector_runs()
    {
        var result = DetectorHost.Load(Images.Compile(Images.Detector));
        Assert.That(result.Problems, Is.Empty);
        using var host = result.Host!;
        Assert.That(RunOnce(host), Is.EqualTo(["count=1"]));
    }

    [Test]
    public void An_image_that_is_let_go_really_goes()
    {
        var weak = LoadRunAndLetGo(Images.Compile(Images.Detector));
        for (var i = 0; i < 20 && weak.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(weak.IsAlive, Is.False);
    }

    [TestCase("public static class P { [System.Runtime.InteropServices.DllImport(\"libc\")] public static extern int getpid(); }", "it calls native code")]
    [TestCase("static class P { [System.Runtime.CompilerServices.ModuleInitializer] public static void Start() { } }", "it runs code when it is loaded: .cctor of the module")]
    [TestCase("public static class P { public static void Say() => System.Console.WriteLine(); }", "it references System.Console")]
    public void An_image_that_reaches_out_is_refused(string source, string problem)
    {
        var result = DetectorHost.Load(Images.Compile(Images.Detector + source));
        Assert.That(result.Host, Is.Null);
        Assert.That(result.Problems, Does.Contain(problem));
    }

    [Test]
    public void An_image_without_detectors_is_refused() =>
        Assert.That(DetectorHost.Load(Images.Compile("public class Nothing { }")).Problems, Is.EqualTo(["the image holds no detector"]));

    [Test]
    public void A_detector_whose_constructor_throws_is_refused() =>
        Assert.That(
            DetectorHost.Load(Images.Compile(Images.Detector.Replace("public bool Match", "public Everything() => _ = ((string)null).Length; public bool Match", StringComparison.Ordinal))).Problems,
            Is.EqualTo(["the image cannot be loaded: Object reference not set to an instance of an object."]));

    [Test]
    public void No_mutation_of_an_image_throws()
    {
        var image = Images.Compile(Images.Detector);
        var random = new Random(2);
        for (var i = 0; i < 2000; i++)
        {
            var copy = (byte[])image.Clone();
            for (var n = random.Next(1, 4); n > 0; n--)
                copy[random.Next(copy.Length)] = (byte)random.Next(256);
            Assert.That(() => ImagePolicy.Judge(copy.AsMemory(0, random.Next(copy.Length))), Throws.Nothing);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadRunAndLetGo(byte[] image)
    {
        using var host = DetectorHost.Load(image).Host!;
        RunOnce(host);
        return new(host.Detectors[0].GetType().Assembly);
    }

    private static string[] RunOnce(DetectorHost host)
    {
        var run = new DetectionRun(host.Detectors, new());
        run.OpenInput().OnModel(new NetworkTraffic { Time = new Timestamp(5) });
        return Some.Text(run.Finish().Rows.Select(row => row.Row));
    }
}
