using System.Collections.Immutable;
using System.Reflection;
using DetectionKit.Logs;

namespace DetectionKit.Architecture.Tests;

/// <summary>What there is of each kind that grows, read from the built assemblies.</summary>
internal static class Parts
{
    private static readonly Assembly Abstractions = Assembly.Load("DetectionKit.Abstractions");
    private static readonly Assembly Language = Assembly.Load("DetectionKit.Language");
    private static readonly Assembly Engine = Assembly.Load("DetectionKit.Engine");
    private static readonly Assembly Traffic = Assembly.Load("DetectionKit.Traffic");

    /// <summary>SPL commands: the folder of each, and its names.</summary>
    public static IEnumerable<(string Folder, string Names)> Commands() =>
        All(Language, "SplCommand").Select(type => (FolderOf(type), string.Join(' ', ((IEnumerable<string>)Read(type, "Names")!).Order(StringComparer.Ordinal))));

    /// <summary>Stages by the name of their spec without the suffix, in each project that has a part of them.</summary>
    public static ImmutableSortedSet<string> Specs() => [.. All(Abstractions, "StageSpec").Select(type => Without(type.Name, "Spec"))];

    /// <summary>Stages that the plan knows.</summary>
    public static ImmutableSortedSet<string> PlanStages() => [.. All(Language, "PlanStage").Select(type => Without(type.Name, "Stage"))];

    /// <summary>Stages that the engine runs: the spec's name, and the folder of the executor.</summary>
    public static ImmutableSortedDictionary<string, string> Executors() =>
        All(Engine, "StageExecutor").ToImmutableSortedDictionary(type => Without(((Type)Read(type, "SpecType")!).Name, "Spec"), FolderOf, StringComparer.Ordinal);

    /// <summary>Canonical names of the aggregates that rules may write.</summary>
    public static ImmutableSortedSet<string> AggregateNames() =>
        [.. ((IEnumerable<KeyValuePair<string, string>>)Static(Abstractions, "AggregateCatalogue", "Names")).Select(pair => pair.Value)];

    /// <summary>Canonical names of the aggregates that the engine has.</summary>
    public static ImmutableSortedSet<string> Accumulators() =>
        [.. ((System.Collections.IEnumerable)Static(Engine, "AccumulatorCatalogue", "All")).Cast<object>().Select(pair => (string)pair.GetType().GetProperty("Key")!.GetValue(pair)!)];

    /// <summary>Data models with their datasets and the number of their fields.</summary>
    public static IEnumerable<string> Models() => DetectionKit.Abstractions.Models.ModelCatalogue.All.Select(model => $"{model.Name}.{model.Dataset}");

    /// <summary>Identifiers: the folder of each, and its app.</summary>
    public static IEnumerable<(string Folder, string App)> Identifiers() => All(Traffic, "Identifier").Select(type => (FolderOf(type), (string)Read(type, "App")!));

    /// <summary>Followers: the folder of each, and the app that it follows.</summary>
    public static IEnumerable<(string Folder, string App)> Followers() => All(Traffic, "FollowerFactory").Select(type => (FolderOf(type), (string)Read(type, "App")!));

    /// <summary>Sources of logs: the folder of each, and its name; and the kinds of its records with the models that they fill.</summary>
    public static IEnumerable<string> LogSources() => LogSourceCatalogue.All.SelectMany(source => new[] { $"{source.Name}  {FolderOf(source.GetType())}" }.Concat(
        source.Kinds.Select(kind => $"{source.Name}: {string.Join(", ", kind.SourceTypes)}{string.Concat(kind.Models.Select(map => $" -> {map.Model.Name}.{map.Model.Dataset}"))}")));

    // Concrete classes below a base of that name.
    private static IEnumerable<Type> All(Assembly assembly, string baseName) =>
        assembly.GetTypes().Where(type => !type.IsAbstract && Bases(type).Any(parent => string.Equals(parent.Name, baseName, StringComparison.Ordinal)));

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            yield return at;
    }

    private static object? Read(Type type, string property) =>
        type.GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(Activator.CreateInstance(type, nonPublic: true));

    private static object Static(Assembly assembly, string type, string property) =>
        assembly.GetTypes().Single(candidate => string.Equals(candidate.Name, type, StringComparison.Ordinal)).GetProperty(property, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static string FolderOf(Type type) => type.Namespace!.Split('.')[^1];

    private static string Without(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
}
