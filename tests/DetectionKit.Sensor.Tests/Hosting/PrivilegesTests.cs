using System.Diagnostics;
using DetectionKit.Sensor.Hosting;

namespace DetectionKit.Sensor.Tests.Hosting;

[Platform("Linux")]
public sealed class PrivilegesTests
{
    private static readonly (uint User, uint Group) Nobody = (65534, 65534);
    private string _folder = "";

    [SetUp]
    public void MakeFolder()
    {
        if (!Environment.IsPrivilegedProcess)
            Assert.Ignore("skipped: files are given away by root alone");
        _folder = Directory.CreateTempSubdirectory("dk-give-").FullName;
    }

    [TearDown]
    public void RemoveFolder()
    {
        if (_folder.Length > 0)
            Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void A_folder_is_given_with_what_is_in_it_and_no_link_is_followed()
    {
        var (state, other) = (PathOf("state"), PathOf("other"));
        Directory.CreateDirectory(Path.Combine(state, "spool", "a"));
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(state, "spool", "a", "1"), "");
        File.WriteAllText(Path.Combine(other, "secret"), "");
        File.CreateSymbolicLink(Path.Combine(state, "folder"), other);
        File.CreateSymbolicLink(Path.Combine(state, "spool", "file"), Path.Combine(other, "secret"));
        Privileges.Give(state, Nobody);
        Assert.That(Owner(state), Is.EqualTo("65534"));
        Assert.That(Owner(Path.Combine(state, "spool", "a", "1")), Is.EqualTo("65534"));
        Assert.That((Owner(other), Owner(Path.Combine(other, "secret"))), Is.EqualTo(("0", "0")));
    }

    [Test]
    public void What_lies_in_a_folder_that_is_the_users_already_is_left_alone()
    {
        var state = PathOf("state");
        Directory.CreateDirectory(state);
        Privileges.Give(state, Nobody);
        File.WriteAllText(Path.Combine(state, "roots"), "");
        Privileges.Give(state, Nobody);
        Assert.That(Owner(Path.Combine(state, "roots")), Is.EqualTo("0"));
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static string Owner(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%u", path]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim();
    }
}
