using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DetectionKit.Cli.Scaffolding;

/// <summary>The files that a new detection begins with.</summary>
/// <param name="Files">Paths within the repository, and what they hold.</param>
internal sealed partial record Scaffold(ImmutableArray<ScaffoldFile> Files)
{
    /// <summary>Plans the files.</summary>
    /// <param name="name">The detection's name in words.</param>
    /// <param name="domain">The folder under detections/.</param>
    /// <param name="technique">The ATT&amp;CK technique.</param>
    /// <param name="problem">What is wrong with the arguments, when the result is null.</param>
    public static Scaffold? TryPlan(string name, string domain, string technique, out string? problem)
    {
        name = name.Trim();
        var file = NotWordCharacters().Replace(name.ToLowerInvariant(), "_").Trim('_');
        problem = null;
        if (file.Length is 0 or > 100 || name.Any(char.IsControl))
            problem = "a name has at least one letter or digit, no control characters, and makes a file name of at most 100 characters";
        else if (!DomainName().IsMatch(domain))
            problem = $"\"{domain}\" is no domain: lower-case letters, digits and underscores";
        else if (!TechniqueId().IsMatch(technique))
            problem = $"\"{technique}\" is no ATT&CK technique id: T1571, T1048.003";
        if (problem is not null)
            return null;
        var dataset = $"datasets/{technique}/{file}";
        return new Scaffold(
        [
            new($"detections/{domain}/{file}.yml", Templates.Rule(name, file, domain, technique, dataset)),
            new($"{dataset}/dataset.yml", Templates.Dataset(name, technique)),
            new($"{dataset}/make.sh", Templates.Maker(name), Executable: true),
        ]);
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotWordCharacters();

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DomainName();

    [GeneratedRegex(@"^T[0-9]{4}(\.[0-9]{3})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TechniqueId();
}

/// <summary>One file of a scaffold.</summary>
/// <param name="Path">Its path within the repository.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Executable">Whether it is a script.</param>
internal sealed record ScaffoldFile(string Path, string Content, bool Executable = false);
