using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DetectionKit.Workspace.Checking;

/// <summary>
/// The lookups that a search may name: every word of a command that has to do with lookups. Too many do no harm, they only tie a verdict to definitions
/// that are not there; and it must work for searches that do not compile.
/// </summary>
internal static partial class LookupNames
{
    public static ImmutableArray<string> In(string search)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Match command in Command().Matches(search))
        {
            foreach (Match word in Word().Matches(command.Value))
                names.Add(word.Value);
        }

        return [.. names];
    }

    [GeneratedRegex(@"lookup\b[^|]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"[\w.-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
