using System.Collections.Immutable;
using System.Xml.Linq;

namespace DetectionKit.Architecture.Tests;

/// <summary>The repository that these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Project files under a folder of the root, by project name.</summary>
    public static ImmutableSortedDictionary<string, Project> Projects(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Select(Project.Read)
            .ToImmutableSortedDictionary(project => project.Name, project => project, StringComparer.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "DetectionKit.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The tests run inside the repository that they judge.");
    }
}

/// <summary>What a project file says.</summary>
internal sealed record Project(string Name, string Folder, ImmutableSortedSet<string> Projects, ImmutableSortedSet<string> Packages)
{
    public static Project Read(string path)
    {
        var xml = XDocument.Load(path);
        return new Project(
            Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(path)!,
            [.. Includes(xml, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Includes(xml, "PackageReference")]);
    }

    private static IEnumerable<string> Includes(XDocument xml, string element) =>
        xml.Descendants(element).Select(e => (string?)e.Attribute("Include")).OfType<string>();
}
