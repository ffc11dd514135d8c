using System.Globalization;

namespace DetectionKit.Compiler.Emit.Code;

/// <summary>The constants of one class that are made once, when the detector is: patterns, networks, lists, regular expressions.</summary>
internal sealed class Constants
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _declarations = [];

    /// <summary>The field declarations in order of first use.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>The name of the field that holds <c>Type.Of(arguments)</c>.</summary>
    /// <param name="type">The type's name.</param>
    /// <param name="arguments">C# code.</param>
    public string Take(string type, string arguments)
    {
        var value = $"{type}.Of({arguments})";
        if (_names.TryGetValue(value, out var known))
            return known;
        var count = _counts[type] = _counts.GetValueOrDefault(type) + 1;
        var name = $"_{char.ToLowerInvariant(type[0])}{type[1..]}{count.ToString(CultureInfo.InvariantCulture)}";
        _names.Add(value, name);
        _declarations.Add($"private readonly {type} {name} = {value};");
        return name;
    }
}
