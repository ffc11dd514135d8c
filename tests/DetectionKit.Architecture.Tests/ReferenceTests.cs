using System.Collections.Immutable;

namespace DetectionKit.Architecture.Tests;

/// <summary>Which project may reference which, and which packages: two tables, and every project file is held against them.</summary>
public sealed class ReferenceTests
{
    private static readonly ImmutableDictionary<string, string[]> Allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Abstractions"] = [],
        ["Language"] = ["Abstractions"],
        ["Compiler"] = ["Abstractions", "Language"],
        ["Engine"] = ["Abstractions"],
        ["Traffic"] = ["Abstractions"],
        ["Logs"] = ["Abstractions"],
        ["Bundles"] = ["Abstractions"],
        ["Workspace"] = ["Abstractions", "Language", "Compiler", "Engine", "Bundles"],
        ["Testing"] = ["Abstractions", "Language", "Workspace", "Traffic", "Logs", "Engine"],
        ["NUnit"] = ["Testing"],
        ["Exporters"] = ["Abstractions", "Language"],
        ["Sensor"] = ["Abstractions", "Traffic", "Logs", "Engine", "Bundles"],
        ["Cli"] =
        [
            "Abstractions", "Language", "Compiler", "Engine", "Traffic", "Logs", "Bundles", "Workspace", "Testing", "Exporters",
        ],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    // Each package is one more thing to trust: its project, and why it is worth it.
    private static readonly (string Project, string Package, string Why)[] Packages =
    [
        ("Language", "YamlDotNet", "YAML 1.2 with the position of every scalar; a parser of our own would be a second opinion on what YAML is"),
        ("Compiler", "Microsoft.CodeAnalysis.CSharp", "Roslyn: the compiler"),
        ("Workspace", "CsvHelper", "lookups' quoting, line breaks and blanks as other programs write them (RFC 4180 and beyond)"),
        ("NUnit", "NUnit", "what its users' tests are made of"),
        ("Cli", "System.CommandLine", "parsing, help and completion, alike for every verb"),
        ("Cli", "Spectre.Console", "progress bars on any terminal"),
    ];

    // Optional: built by those who want them, with packages that the solution does without.
    private static readonly string[] OutsideTheSolution = ["DetectionKit.Capture.SharpPcap"];

    // Programs that a project's tests start: they are built beside it and not called.
    private static readonly (string Tests, string Program)[] Started = [("Cli", "Sensor")];

    private static IEnumerable<string> SourceProjects => Repository.Projects("src").Keys.Except(OutsideTheSolution, StringComparer.Ordinal);

    [TestCaseSource(nameof(SourceProjects))]
    public void A_project_references_only_what_the_table_allows(string name)
    {
        var project = Repository.Projects("src")[name];
        Assert.That(Allowed, Does.ContainKey(Short(name)), "a project has a line in the table");
        Assert.That(project.Projects.Select(Short).Except(Allowed[Short(name)], StringComparer.Ordinal), Is.Empty, $"{name} references what it may not");
    }

    [Test]
    public void What_is_outside_the_solution_reaches_the_traffic_engine_alone()
    {
        foreach (var project in OutsideTheSolution.Select(name => Repository.Projects("src")[name]))
            Assert.That(project.Projects, Is.EqualTo(["DetectionKit.Traffic"]), project.Name);
    }

    [Test]
    public void Packages_are_those_of_the_table()
    {
        var used = Repository.Projects("src").Values.Where(project => !OutsideTheSolution.Contains(project.Name, StringComparer.Ordinal)).SelectMany(project => project.Packages.Select(package => (Short(project.Name), package)));
        Assert.That(used, Is.EquivalentTo(Packages.Select(line => (line.Project, line.Package))));
    }

    [TestCaseSource(nameof(SourceProjects))]
    public void A_project_has_tests_of_its_own(string name) =>
        Assert.That(Repository.Projects("tests"), Does.ContainKey($"{name}.Tests"));

    [Test]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Text("DetectionKit.sln");
        var missing = Repository.Projects("src").Keys.Concat(Repository.Projects("tests").Keys)
            .Except(OutsideTheSolution, StringComparer.Ordinal)
            .Where(name => !solution.Contains($"{name}.csproj", StringComparison.Ordinal));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Test_projects_reference_what_their_subject_may_reach()
    {
        foreach (var project in Repository.Projects("tests").Values.Where(p => p.Name.EndsWith(".Tests", StringComparison.Ordinal)))
        {
            if (!Allowed.TryGetValue(Short(project.Name[..^".Tests".Length]), out var reachable))
                continue;
            var subject = Short(project.Name[..^".Tests".Length]);
            var beyond = project.Projects.Select(Short).Where(name => !name.StartsWith("Samples.", StringComparison.Ordinal) && !string.Equals(name, subject, StringComparison.Ordinal) && !Started.Contains((subject, name))).Except(Reach(reachable), StringComparer.Ordinal);
            Assert.That(beyond, Is.Empty, project.Name);
        }
    }

    // What an integration test wires together is everything below its subject, and the readers that feed it.
    private static HashSet<string> Reach(IEnumerable<string> direct)
    {
        var all = new HashSet<string>(["Abstractions", "Language", "Traffic", "Compiler", "Engine"], StringComparer.Ordinal);
        foreach (var name in direct)
        {
            if (all.Add(name) && Allowed.TryGetValue(name, out var further))
                all.UnionWith(Reach(further));
        }

        return all;
    }

    private static string Short(string name) => name.StartsWith("DetectionKit.", StringComparison.Ordinal) ? name["DetectionKit.".Length..] : name;
}
