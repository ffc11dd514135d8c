using System.Runtime.CompilerServices;

namespace DetectionKit.Architecture.Tests;

/// <summary>
/// What the catalogues find, as reviewed: <c>Catalogues/X.verified.txt</c>. Something new adds a line (copy the <c>.received.txt</c> over it);
/// something that is gone, or lacks its part in a project, cannot go unseen.
/// </summary>
public sealed class CatalogueTests
{
    [Test]
    public void Commands_are_as_reviewed() => Verify("commands", Parts.Commands().Select(command => $"{command.Names}  Spl/{command.Folder}"));

    [Test]
    public void Stages_are_as_reviewed()
    {
        var (specs, plan, executors) = (Parts.Specs(), Parts.PlanStages(), Parts.Executors());
        Verify("stages", specs.Union(plan).Union(executors.Keys).Select(name =>
            $"{name}: spec {Mark(specs.Contains(name))}, plan {Mark(plan.Contains(name))}, engine {(executors.TryGetValue(name, out var folder) ? $"Stages/{folder}" : "-")}"));
    }

    [Test]
    public void Aggregates_are_as_reviewed()
    {
        var (names, accumulators) = (Parts.AggregateNames(), Parts.Accumulators());
        Verify("aggregates", names.Union(accumulators).Select(name => $"{name}: name {Mark(names.Contains(name))}, engine {Mark(accumulators.Contains(name))}"));
    }

    [Test]
    public void Models_are_as_reviewed() => Verify("models", Parts.Models());

    [Test]
    public void Log_sources_are_as_reviewed() => Verify("logs", Parts.LogSources());

    [Test]
    public void Protocols_are_as_reviewed()
    {
        var followers = Parts.Followers().Select(follower => follower.App).ToHashSet(StringComparer.Ordinal);
        Verify("protocols", Parts.Identifiers().Select(one => $"{one.App}  Protocols/{one.Folder}{(followers.Contains(one.App) ? ", followed" : "")}"));
    }

    [Test]
    public void Every_spec_has_its_executor_in_a_folder_of_its_name() =>
        Assert.That(Parts.Specs().Select(name => (name, Parts.Executors().GetValueOrDefault(name))), Has.All.Matches<(string Name, string? Folder)>(pair => string.Equals(pair.Name, pair.Folder, StringComparison.Ordinal)));

    [Test]
    public void Every_aggregate_that_rules_may_write_has_its_accumulator() => Assert.That(Parts.AggregateNames().Except(Parts.Accumulators()), Is.Empty);

    [Test]
    public void A_protocol_is_identified_and_followed_in_one_folder()
    {
        var folders = Parts.Identifiers().Select(one => one.Folder).ToHashSet(StringComparer.Ordinal);
        Assert.That(Parts.Followers().Where(one => !folders.Contains(one.Folder)), Is.Empty);
    }

    private static string Mark(bool there) => there ? "yes" : "-";

    private static void Verify(string name, IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + "\n"));
        var verified = Path.Combine(Folder(), $"{name}.verified.txt");
        var received = Path.Combine(Folder(), $"{name}.received.txt");
        var reviewed = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (string.Equals(text, reviewed, StringComparison.Ordinal))
            File.Delete(received);
        else
            File.WriteAllText(received, text);
        Assert.That(text, Is.EqualTo(reviewed));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Catalogues");
}
