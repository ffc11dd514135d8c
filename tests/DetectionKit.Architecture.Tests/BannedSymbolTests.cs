namespace DetectionKit.Architecture.Tests;

/// <summary>What a project may not call stands in <c>BannedSymbols.txt</c> beside it, and the build refuses it. Here: what must stand there.</summary>
public sealed class BannedSymbolTests
{
    private static readonly string[] Files = ["T:System.IO.File", "T:System.IO.Directory", "T:System.IO.FileStream"];
    private static readonly string[] Clock = ["P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.UtcNow", "T:System.Diagnostics.Stopwatch", "T:System.TimeProvider"];

    private static IEnumerable<string> SourceProjects => Repository.Projects("src").Keys;

    [TestCase("Abstractions")]
    [TestCase("Language")]
    [TestCase("Compiler")]
    [TestCase("Engine")]
    [TestCase("Bundles")]
    public void No_file_and_no_clock(string project) => Assert.That(BannedIn($"DetectionKit.{project}"), Is.SupersetOf(Files.Concat(Clock)));

    [Test]
    public void The_time_in_Traffic_is_the_packets_own() => Assert.That(BannedIn("DetectionKit.Traffic"), Is.SupersetOf(Clock));

    [Test]
    public void The_time_in_Logs_is_the_records_own() => Assert.That(BannedIn("DetectionKit.Logs"), Is.SupersetOf(Clock));

    [TestCaseSource(nameof(SourceProjects))]
    public void The_command_line_is_the_only_console(string project) =>
        Assert.That(BannedIn(project).Contains("T:System.Console"), Is.EqualTo(project is not ("DetectionKit.Cli" or "DetectionKit.Sensor")));

    [TestCaseSource(nameof(SourceProjects))]
    public void Nothing_depends_on_chance(string project)
    {
        var banned = BannedIn(project);
        Assert.That(banned.Contains("T:System.Random") || banned.IsSupersetOf(["M:System.Random.#ctor", "P:System.Random.Shared"]), "random numbers, or those without a seed");
    }

    [TestCaseSource(nameof(SourceProjects))]
    public void Every_ban_says_why(string project) =>
        Assert.That(Lines(project).Where(line => line.Split(';') is not [_, { Length: > 0 }]), Is.Empty);

    private static HashSet<string> BannedIn(string project) => Lines(project).Select(line => line.Split(';')[0]).ToHashSet(StringComparer.Ordinal);

    private static string[] Lines(string project) => Repository.Text($"src/{project}/BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
