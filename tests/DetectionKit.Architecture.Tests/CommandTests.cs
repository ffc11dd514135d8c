namespace DetectionKit.Architecture.Tests;

/// <summary>What README tells a newcomer to run is what the build server runs.</summary>
public sealed class CommandTests
{
    [TestCase("./dk test")]
    [TestCase("dotnet test DetectionKit.sln -c Release")]
    public void The_build_server_runs_what_README_says(string command)
    {
        Assert.That(Repository.Text("README.md").Split('\n'), Has.Some.EqualTo($"    {command}"));
        Assert.That(Repository.Text(".ci/run"), Does.Contain(command));
    }

    [TestCase("Language")]
    public void What_a_project_may_not_call_is_listed_beside_it(string project) =>
        Assert.That(Repository.Text($"src/DetectionKit.{project}/BannedSymbols.txt"), Does.Contain(";"));
}
