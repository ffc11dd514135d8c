using System.Collections.Immutable;
using System.Text;

namespace DetectionKit.Traffic.Flows;

/// <summary>The names of weirds as events give them: the member's name in snake case.</summary>
public static class WeirdNames
{
    /// <summary>All names, by the weird's number.</summary>
    public static ImmutableArray<string> All { get; } = [.. Array.ConvertAll(Enum.GetNames<Weird>(), SnakeCase)];

    /// <summary>A weird's name: <c>fragment_overlap</c>.</summary>
    /// <param name="weird">The weird.</param>
    public static string Name(Weird weird) => All[(int)weird];

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsAsciiLetterUpper(name[i]) || (char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[i - 1]))))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
