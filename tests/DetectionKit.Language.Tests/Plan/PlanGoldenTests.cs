using System.Runtime.CompilerServices;
using DetectionKit.Language.Tests.Spl;

namespace DetectionKit.Language.Tests.Plan;

/// <summary>Whole searches (<c>Goldens/*.spl</c>) and the plans that they become (<c>Goldens/*.plan</c>; written anew by <c>DK_ACCEPT=1 dotnet test</c>).</summary>
internal sealed class PlanGoldenTests
{
    [TestCaseSource(nameof(Searches))]
    public void A_search_becomes_its_plan(string name)
    {
        var golden = Path.Combine(Folder(), name + ".plan");
        var plan = SplTest.Plan(File.ReadAllText(Path.Combine(Folder(), name + ".spl"))).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("DK_ACCEPT") is "1")
            File.WriteAllText(golden, plan);
        Assert.That(plan, Is.EqualTo(File.ReadAllText(golden)));
    }

    private static IEnumerable<string> Searches() => Directory.GetFiles(Folder(), "*.spl").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Goldens");
}
