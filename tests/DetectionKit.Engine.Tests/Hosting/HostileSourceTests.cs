using DetectionKit.Engine.Hosting;
using DetectionKit.Engine.Hosting.Policy;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Hosting;

/// <summary>Images that C# can write and no sensor may load: each is refused, and told why.</summary>
public sealed class HostileSourceTests
{
    [TestCase("public class P { public void Go() => System.IO.File.Delete(\"a\"); }", "it uses System.IO.File")]
    [TestCase("public class P { public void Go() => System.Environment.Exit(1); }", "it uses System.Environment")]
    [TestCase("public class P { public object Go() => System.Type.GetType(\"x\"); }", "it uses System.Type")]
    [TestCase("public class P { public object Go() => System.Activator.CreateInstance(null); }", "it uses System.Activator")]
    [TestCase("public class P { public void Go() => System.Threading.Thread.Sleep(9); }", "it references System.Threading.Thread")]
    [TestCase("public class P { public void Go() => System.GC.Collect(); }", "it uses System.GC")]
    [TestCase("public class P { public long Go() => System.DateTime.UtcNow.Ticks; }", "it uses System.DateTime")]
    [TestCase("public class P { public T Go<T>(object o) where T : class => System.Runtime.CompilerServices.Unsafe.As<T>(o); }", "it declares generic types or methods")]
    [TestCase("public class P { public string Go(object o) => System.Runtime.CompilerServices.Unsafe.As<string>(o); }", "it uses System.Runtime.CompilerServices.Unsafe")]
    [TestCase("public class P { [System.Runtime.InteropServices.DllImport(\"libc\")] public static extern int getpid(); }", "it calls native code")]
    [TestCase("class P { [System.Runtime.CompilerServices.ModuleInitializer] public static void Start() { } }", "it runs code when it is loaded: .cctor of the module")]
    [TestCase("public class P { ~P() { } }", "P has a finaliser")]
    [TestCase("public class P { public static readonly object O; static P() { O = new object(); } }", "P has a static constructor")]
    [TestCase("public class P { public static int N; }", "P has a static field")]
    [TestCase("public class P { public override string ToString() => \"\"; }", "P overrides ToString")]
    [TestCase("public class P { public System.Func<int> F; }", "it uses System.Func`1")]
    [TestCase("public class P { public RowPredicate F; }", "P keeps a delegate")]
    [TestCase("public class P { public bool Go(RowPredicate f) => f(null, null); }", "P takes or gives a delegate or a place: Go")]
    [TestCase("public class P { public object Go(WhereSpec w) => w.Condition; }", "P.Go is given RowPredicate by get_Condition")]
    [TestCase("public class P { public bool Go(IDetector<NetworkTraffic> d, in NetworkTraffic e) => d.Match(in e); }", "P.Go uses DetectionKit.Abstractions.Detectors.IPipeline`1")]
    [TestCase("public class P : System.Exception { }", "it uses System.Exception")]
    [TestCase("public struct P { public int A; }", "it uses System.ValueType")]
    [TestCase("public abstract class P { }", "P is abstract")]
    [TestCase("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public class P { [System.Runtime.InteropServices.FieldOffset(0)] public object A; [System.Runtime.InteropServices.FieldOffset(0)] public string B; }", "P lays out its own memory")]
    [TestCase("public class P { public int Go(int n) { while (n > 0) n--; return n; } }", "P.Go loops, or holds code that nothing reaches")]
    [TestCase("public class P { public int Go() { int n = 5; while (n > 0) n--; return n; } }", "P.Go loops, or holds code that nothing reaches")]
    [TestCase("public class P { public int Go() => Go() + 1; }", "P.Go calls itself")]
    [TestCase("public class P { public int Go() => To() + 1; public int To() => Go(); }", "P.Go calls itself|P.To calls itself")]
    [TestCase("public class P { public StageSpec Go() => new WhereSpec(To); bool To(Row r, RunContext c) => Go() is null; }", "P.Go calls itself|P.To calls itself")]
    [TestCase("public class P { public unsafe int Go() { int* p = stackalloc int[4]; return p[0]; } }", "it uses System.Security.UnverifiableCodeAttribute")]
    [TestCase("public class P { public unsafe int Go(delegate*<int> f) => f(); }", "P uses a function pointer")]
    [TestCase("public class P { public bool Go() { try { return true; } catch { return false; } } }", "P.Go catches exceptions")]
    [TestCase("public class P { public string[] Go(int n) => new string[n]; }", "P.Go makes an array of a length that is not known or too large")]
    [TestCase("public class P { public string[] Go() => new string[2000000000]; }", "P.Go makes an array of a length that is not known or too large")]
    [TestCase("public class P { public int[] Go() => new[] { 1, 2, 3, 4 }; }", "it maps data of its file into memory")]
    [TestCase("public class P { public void Go(Row row) => row.Clear(); }", "P.Go uses DetectionKit.Abstractions.Rows.Row.Clear")]
    [TestCase("public class P { public void Go(Row row) => row[\"a\"] = default; }", "P.Go uses DetectionKit.Abstractions.Rows.Row.set_Item")]
    [TestCase("public class P { public void Go(ref int n) => n = 1; }", "P.Go uses the instruction stind.i4")]
    [TestCase("public class P { public object Go() => new Row(2_000_000_000); }", "P.Go uses DetectionKit.Abstractions.Rows.Row..ctor")]
    [TestCase("public class P { readonly DetectionKit.Abstractions.Values.Value[] _memory = new DetectionKit.Abstractions.Values.Value[1]; }", "P keeps an array, whose items could change")]
    [TestCase("public class P { public int N; } public class Q { readonly P _p = new P(); public void Go() => _p.N = 1; }", "Q.Go keeps state from one call to the next")]
    [TestCase("public class P { public string Go(string s) => s + s; }", "P.Go uses System.String.Concat")]
    [TestCase("public class P { public bool Go(string s) => TextRegex.Of(s).IsMatch(s); }", "P.Go uses TextRegex.Of outside of a constructor")]
    [TestCase("public class P { public Value Go(Row r, RunContext c, bool b) { RowExpression f = b ? A : B; return ItemFunctions.Map(r, c, \"a\", f); } Value A(Row r, RunContext c) => default; Value B(Row r, RunContext c) => default; }", "P.Go hands on a RowExpression that it did not make there")]
    [TestCase("public class P { Value A(Row r, RunContext c) => ItemFunctions.Map(r, c, \"a\", B); Value B(Row r, RunContext c) => ItemFunctions.Map(r, c, \"b\", C); Value C(Row r, RunContext c) => ItemFunctions.Map(r, c, \"c\", D); Value D(Row r, RunContext c) => ItemFunctions.Map(r, c, \"d\", E); Value E(Row r, RunContext c) => default; }", "P.A takes too long")]
    [TestCase("public class P { Value A(Row r, RunContext c) => ItemFunctions.Map(r, c, \"a\", A); }", "P.A calls itself")]
    [TestCase("[System.Obsolete] public class P { }", "it uses System.ObsoleteAttribute")]
    public void Is_refused(string source, string problems)
    {
        var found = ImagePolicy.Judge(Images.Compile($"using DetectionKit.Abstractions.Functions; using DetectionKit.Abstractions.Operators; using DetectionKit.Abstractions.Rows; using DetectionKit.Abstractions.Values; {Images.Detector} {source}"));
        Assert.That(found.Any(problem => problems.Split('|').Any(expected => problem.StartsWith(expected, StringComparison.Ordinal))), string.Join('\n', found));
    }

    [Test]
    public void A_detector_that_remembers_is_refused()
    {
        var source = Images.Detector.Replace("public bool Match(in NetworkTraffic e) => true;", "int _n; public bool Match(in NetworkTraffic e) { _n = 1; return true; }", StringComparison.Ordinal);
        Assert.That(ImagePolicy.Judge(Images.Compile(source)), Is.EqualTo(["Everything.Match keeps state from one call to the next"]));
    }

    [Test]
    public void A_detector_that_changes_its_event_is_refused()
    {
        var source = Images.Detector.Replace("=> true;", "{ System.Runtime.CompilerServices.Unsafe.AsRef(in e) = null; return true; }", StringComparison.Ordinal);
        Assert.That(ImagePolicy.Judge(Images.Compile(source)), Does.Contain("it uses System.Runtime.CompilerServices.Unsafe"));
    }

    [Test]
    public void Calls_that_double_forty_times_take_too_long()
    {
        var methods = string.Concat(Enumerable.Range(0, 40).Select(i => $"int M{i}() => M{i + 1}() + M{i + 1}(); "));
        var found = ImagePolicy.Judge(Images.Compile($"{Images.Detector} public class P {{ {methods} int M40() => 1; public int Go() => M0(); }}"));
        Assert.That(found, Does.Contain("P.M0 takes too long"));
    }

    [Test]
    public void A_chain_of_a_hundred_methods_is_too_deep()
    {
        var methods = string.Concat(Enumerable.Range(0, 100).Select(i => $"int M{i}() => M{i + 1}(); "));
        var found = ImagePolicy.Judge(Images.Compile($"{Images.Detector} public class P {{ public int Go() => M0(); {methods} int M100() => 1; }}"));
        Assert.That(found, Does.Contain("P.Go calls too deep"));
    }

    [Test]
    public void A_chain_of_a_hundred_methods_is_too_deep_in_whichever_order_they_are_declared()
    {
        var methods = string.Concat(Enumerable.Range(0, 100).Select(i => $"static void M{i + 1}() => M{i}(); "));
        var found = ImagePolicy.Judge(Images.Compile($"{Images.Detector} public class P {{ static void M0() {{ }} {methods} }}"));
        Assert.That(found, Does.Contain("P.M65 calls too deep"));
    }

    [Test]
    public void Many_calls_of_the_contract_take_too_long()
    {
        var calls = string.Concat(Enumerable.Range(0, 40).Select(i => $"static void M{i}() {{ {(i == 0 ? "Column.Of(\"a\");" : string.Concat(Enumerable.Repeat($"M{i - 1}();", 10)))} }} "));
        var found = ImagePolicy.Judge(Images.Compile($"using DetectionKit.Abstractions.Rows; {Images.Detector} public class P {{ {calls} }}"));
        Assert.That(found, Does.Contain("P.M6 takes too long"));
    }

    [TestCase("TextFunctions.Match(v, v)", 2000)]
    [TestCase("Arithmetic.Concat(v, v)", 20_000)]
    public void Many_costly_calls_take_too_long(string call, int times)
    {
        var calls = string.Concat(Enumerable.Repeat($"_ = {call}; ", times / 10));
        var source = $"using DetectionKit.Abstractions.Functions; using DetectionKit.Abstractions.Operators; using DetectionKit.Abstractions.Values; {Images.Detector} public class P {{ void Go(Value v) {{ {string.Concat(Enumerable.Repeat("Some(v); ", 11))} }} void Some(Value v) {{ {calls} }} }}";
        Assert.That(ImagePolicy.Judge(Images.Compile(source)), Is.EqualTo(["P.Go takes too long"]));
    }

    [Test]
    public void Many_large_arrays_take_too_long()
    {
        var arrays = string.Concat(Enumerable.Repeat("Keep(new object[1_000_000]); ", 11));
        Assert.That(ImagePolicy.Judge(Images.Compile($"{Images.Detector} public class P {{ void Go() {{ {arrays} }} static void Keep(object o) {{ }} }}")), Is.EqualTo(["P.Go takes too long"]));
    }

    [TestCase("DetectionKit.Abstractions")]
    [TestCase("detectionkit.abstractions")]
    [TestCase("System.Runtime")]
    public void An_image_that_bears_the_name_of_what_it_refers_to_is_refused(string name) =>
        Assert.That(ImagePolicy.Judge(Images.Compile(Images.Detector, name)), Is.EqualTo(["its name is that of an assembly that it may reference"]));

    [TestCase("public ImmutableArray<StageSpec> Stages => [Pipelines.With(new ReverseSpec(), [new Everything()])];")]
    [TestCase("public ImmutableArray<StageSpec> Stages { get; } public Everything() { Stages = [Pipelines.With(new ReverseSpec(), [this])]; }")]
    public void Subsearches_without_end_are_refused(string stages)
    {
        var source = Images.Detector.Replace("public ImmutableArray<StageSpec> Stages { get; } = [new AggregateSpec([], [new(\"count\", null, \"count\")], null, null)];", stages, StringComparison.Ordinal);
        Assert.That(ImagePolicy.Judge(Images.Compile(source)), Is.Empty);
        Assert.That(DetectorHost.Load(Images.Compile(source)).Problems, Has.Some.EqualTo("Everything holds too many subsearches").Or.Some.EqualTo("Everything does not say what it reads and does"));
    }

    [TestCase("DetectorInfo Info { get; } = new(\"Everything\", \"00000000-0000-4000-8000-000000000002\", 1, \"TTP\", []);", "DetectorInfo Info => null;", "Everything does not say what it is")]
    [TestCase("SourceSpec Source { get; } = new SourceSpec.OfModel(\"Network_Traffic\", \"All_Traffic\", [], FeedPoint.FlowEnd);", "SourceSpec Source => null;", "Everything does not say what it reads and does")]
    [TestCase("[new AggregateSpec([], [new(\"count\", null, \"count\")], null, null)]", "[null]", "Everything holds a stage that is none")]
    public void A_detector_that_does_not_say_what_it_is_is_refused(string whole, string broken, string problem) =>
        Assert.That(DetectorHost.Load(Images.Compile(Images.Detector.Replace(whole, broken, StringComparison.Ordinal))).Problems, Is.EqualTo([problem]));

    [Test]
    public void What_the_compiler_emits_is_taken() =>
        Assert.That(ImagePolicy.Judge(Images.Compile(Images.Detector)), Is.Empty);
}
