using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Bundles;
using DetectionKit.Compiler.Emit;
using DetectionKit.Engine.Hosting;
using DetectionKit.Language.Plan.Writing;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Cli.Packing;

/// <summary>Puts together what goes into a bundle: all rules of a check in one image, and what they need.</summary>
internal static class BundleContents
{
    /// <summary>The SDK that built this program: what it bundles is what rules are compiled against.</summary>
    public static string Sdk => Built("SdkVersion");

    /// <summary>The runtime that rules are compiled against.</summary>
    public static string Runtime => Built("RuntimeVersion");

    /// <summary>Compiles the rules, in the order of their ids, into one image.</summary>
    /// <param name="check">A check without errors.</param>
    /// <param name="id">The package's id.</param>
    /// <param name="version">Its version, or null.</param>
    /// <param name="serial">Counts releases.</param>
    /// <param name="provenance">Where the rules came from, or null.</param>
    public static BundleContent Of(CheckResult check, string id, string? version, long serial, BundleProvenance? provenance)
    {
        var files = check.Runnable.OrderBy(file => file.Plan!.Info.Id, StringComparer.Ordinal).ToImmutableArray();
        var plans = files.Select(file => file.Plan!).ToImmutableArray();
        var image = DetectorCompiler.Compile(plans, id);
        var loaded = DetectorHost.Load(image.Assembly.AsMemory(), image.Symbols.AsMemory());
        using var host = loaded.Host ?? throw new InvalidOperationException($"An image that was just compiled is refused: {string.Join("; ", loaded.Problems)}");
        var byClass = host.Detectors.ToDictionary(detector => detector.GetType().FullName!, StringComparer.Ordinal);
        var detectors = image.ClassNames.Select(name => byClass[name]).ToImmutableArray();
        return new BundleContent
        {
            Id = id,
            Version = version,
            Serial = serial,
            Image = image.Assembly.AsMemory(),
            Symbols = image.Symbols.AsMemory(),
            Plans = Encoding.UTF8.GetBytes($"[\n{string.Join(",\n", plans.Select(PlanWriter.ToJson))}\n]\n"),
            Detections = [.. files.Zip(detectors, Describe)],
            Lookups = [.. detectors.SelectMany(LookupsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => check.Lookups.Value.GetValueOrDefault(name)).OfType<LookupTable>()],
            Sdk = Sdk,
            Runtime = Runtime,
            Provenance = provenance,
        };
    }

    private static BundleDetection Describe(CheckedFile file, IDetector detector) => new()
    {
        Id = detector.Info.Id,
        Name = detector.Info.Name,
        Version = detector.Info.Version,
        AttackIds = detector.Info.AttackIds,
        Models = [.. Pipelines.All(detector).SelectMany(ModelsOf).Distinct(StringComparer.Ordinal)],
        Fields = [.. Pipelines.All(detector).SelectMany(FieldsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Risk = RiskContents.Of(file.Syntax),
        Throttling = RiskContents.ThrottlingOf(file.Syntax),
        SourceHash = file.Hash.ToLowerInvariant(),
    };

    private static IEnumerable<string> ModelsOf(IPipeline pipeline) => pipeline.Source switch
    {
        SourceSpec.OfModel model => [model.Model],
        SourceSpec.OfRaw raw => raw.SourceTypes,
        _ => [],
    };

    private static IEnumerable<string> FieldsOf(IPipeline pipeline) => pipeline.Source switch
    {
        SourceSpec.OfModel model => model.Fields.Select(field => field.Field),
        SourceSpec.OfRaw raw => raw.Columns ?? [],
        _ => [],
    };

    private static IEnumerable<string> LookupsOf(IDetector detector) => Pipelines.All(detector).SelectMany(pipeline =>
        pipeline.Stages.OfType<LookupSpec>().Select(stage => stage.Table).Concat(pipeline.Source switch
        {
            SourceSpec.OfLookup lookup => [lookup.Lookup],
            // A condition may ask for assets that no field of the rows names.
            SourceSpec.OfModel => [EntityLookups.AssetsByName, EntityLookups.AssetsByNetwork, EntityLookups.Identities],
            _ => Enumerable.Empty<string>(),
        }));

    private static string Built(string key) =>
        typeof(BundleContents).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(one => string.Equals(one.Key, key, StringComparison.Ordinal))?.Value ?? "";
}
