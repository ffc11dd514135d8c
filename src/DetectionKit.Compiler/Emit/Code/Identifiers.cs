using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Compiler.Emit.Code;

/// <summary>Hands out C# names made from a rule's own words, each once.</summary>
internal sealed class Identifiers
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names for the classes of one image: none hides a type that emitted code names, and none is called as a member is.</summary>
    public static Identifiers ForClasses()
    {
        var names = new Identifiers();
        foreach (var type in typeof(IDetector).Assembly.GetExportedTypes())
            names._taken.Add(type.Name.Split('`')[0]);
        foreach (var member in (ReadOnlySpan<string>)["Info", "Source", "Stages", "Match", "System", "ImmutableArray", "DetectionKit", "Object", "String", "Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals"])
            names._taken.Add(member);
        return names;
    }

    /// <summary>Names for the members of one class.</summary>
    public static Identifiers ForMembers(string className)
    {
        var names = new Identifiers();
        names._taken.UnionWith([className, "Info", "Source", "Stages", "Match"]);
        return names;
    }

    /// <summary>A name in Pascal case made of the words' letters and digits; a number behind it where it is taken.</summary>
    /// <param name="words">The words.</param>
    /// <param name="otherwise">The name when the words have no letter; also put before a leading digit.</param>
    public string Take(string words, string otherwise)
    {
        var stem = Pascal(words);
        if (stem.Length == 0 || !char.IsLetter(stem[0]))
            stem = otherwise + stem;
        var name = stem;
        for (var n = 2; !_taken.Add(name); n++)
            name = char.IsDigit(stem[^1]) ? $"{stem}_{n.ToString(CultureInfo.InvariantCulture)}" : stem + n.ToString(CultureInfo.InvariantCulture);
        return name;
    }

    private static string Pascal(string words)
    {
        var name = new StringBuilder();
        var starts = true;
        foreach (var unit in words)
        {
            if (!char.IsLetter(unit) && unit is < '0' or > '9')
            {
                starts = true;
                continue;
            }

            name.Append(starts ? char.ToUpperInvariant(unit) : unit);
            starts = false;
        }

        return name.Length > 100 ? name.ToString(0, 100) : name.ToString();
    }
}
