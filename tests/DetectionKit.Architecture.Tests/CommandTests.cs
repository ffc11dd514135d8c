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
}
