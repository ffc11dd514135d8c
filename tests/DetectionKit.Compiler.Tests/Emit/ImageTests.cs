using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Emit;
using DetectionKit.Language.Plan;

namespace DetectionKit.Compiler.Tests.Emit;

public sealed class ImageTests
{
    private static ImmutableArray<DetectionPlan> Many(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Searches.Plan(
            $"| tstats count from datamodel=Network_Traffic where All_Traffic.dest_port={i} OR All_Traffic.app=p{i}* by All_Traffic.src\n| where count>{i}",
            $"Detection {i}",
            $"detections/{i}.yml")),
    ];

    [Test]
    public void Two_hundred_plans_become_one_image()
    {
        var detectors = Loaded.Detectors(Many(200));
        var e = new NetworkTraffic { Time = Timestamp.FromSeconds(0), DestPort = 137, App = "p42x" };
        Assert.That(
            detectors.Where(detector => ((IDetector<NetworkTraffic>)detector).Match(e)).Select(detector => detector.Info.Name),
            Is.EqualTo(new[] { "Detection 4", "Detection 42", "Detection 137" }));
    }

    [Test]
    [NonParallelizable]
    public void The_image_is_the_same_in_any_folder_culture_and_zone()
    {
        var before = (Directory.GetCurrentDirectory(), CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        var first = DetectorCompiler.Compile(Many(5));
        var folder = Directory.CreateTempSubdirectory("detectionkit").FullName;
        try
        {
            Directory.SetCurrentDirectory(folder);
            CultureInfo.CurrentCulture = new CultureInfo("", useUserOverride: false) { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Environment.SetEnvironmentVariable("TZ", "Asia/Kolkata");
            TimeZoneInfo.ClearCachedData();
            var second = DetectorCompiler.Compile(Many(5));
            Assert.That(second.Assembly, Is.EqualTo(first.Assembly));
            Assert.That(second.Symbols, Is.EqualTo(first.Symbols));
        }
        finally
        {
            Directory.SetCurrentDirectory(before.Item1);
            CultureInfo.CurrentCulture = before.CurrentCulture;
            Environment.SetEnvironmentVariable("TZ", before.Item3);
            TimeZoneInfo.ClearCachedData();
            Directory.Delete(folder);
        }
    }

    [Test]
    public void The_symbols_name_the_rules_file_and_the_lines_of_its_clauses()
    {
        var plan = Searches.Plan(
            "| tstats count from datamodel=Network_Traffic\n  where All_Traffic.app=dns\n    All_Traffic.dest_port=53\n  by All_Traffic.src\n| where\n  count>5",
            path: "detections/network/a.yml");
        var image = DetectorCompiler.Compile([plan]);
        using var provider = MetadataReaderProvider.FromPortablePdbImage(image.Symbols);
        using var pe = new PEReader(image.Assembly);
        var (symbols, metadata) = (provider.GetMetadataReader(), pe.GetMetadataReader());

        var places = metadata.MethodDefinitions
            .Where(method => metadata.GetString(metadata.GetMethodDefinition(method).Name) is "Match" or "Where2")
            .SelectMany(method => symbols.GetMethodDebugInformation(method).GetSequencePoints())
            .Where(point => !point.IsHidden)
            .Select(point => $"{symbols.GetString(symbols.GetDocument(point.Document).Name)} {point.StartLine}:{point.StartColumn}-{point.EndLine}:{point.EndColumn}")
            .Where(place => !place.StartsWith("/_/", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);
        Assert.That(places, Is.EqualTo(new[]
        {
            "detections/network/a.yml 2:9-2:28",
            "detections/network/a.yml 3:5-3:29",
            "detections/network/a.yml 6:3-6:10",
        }));
    }

    [Test]
    public void The_image_references_the_contract_and_nothing_of_this_machine()
    {
        var image = DetectorCompiler.Compile(Many(1));
        using var pe = new PEReader(image.Assembly);
        var metadata = pe.GetMetadataReader();
        Assert.That(
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)),
            Is.SubsetOf(new[] { "System.Runtime", "System.Collections.Immutable", "DetectionKit.Abstractions" }));
    }

    [Test]
    public void Emitted_classes_have_no_static_state()
    {
        var plan = Searches.Plan("sourcetype=a\n| eval x=if(match(y, \"a+\"), max(1, y, z), mvindex(y, 0)), w=case(y IN (1, 2, z), strftime(_time, \"%F\"))\n| stats count by x");
        var image = DetectorCompiler.Compile([plan]);
        using var pe = new PEReader(image.Assembly);
        var metadata = pe.GetMetadataReader();
        Assert.That(metadata.MethodDefinitions.Select(method => metadata.GetString(metadata.GetMethodDefinition(method).Name)), Has.None.EqualTo(".cctor"));
        Assert.That(metadata.FieldDefinitions.Select(metadata.GetFieldDefinition).Where(field => field.Attributes.HasFlag(System.Reflection.FieldAttributes.Static)), Is.Empty);
    }

    [Test]
    public void No_plans_give_an_image_without_classes() => Assert.That(DetectorCompiler.Compile([]).ClassNames, Is.Empty);
}
