using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DetectionKit.Language.Content.Macros;

/// <summary>The macros that searches may use: the content's own, then the built-in ones. Immutable.</summary>
public sealed class MacroLibrary
{
    private readonly FrozenDictionary<string, MacroDefinition> _byName;

    /// <summary>A library of the content's macros; of two of one name the first counts.</summary>
    /// <param name="macros">The content's macros.</param>
    public MacroLibrary(IEnumerable<MacroDefinition> macros)
    {
        Macros = [.. macros];
        var byName = new Dictionary<string, MacroDefinition>(StringComparer.Ordinal);
        foreach (var macro in Macros)
            byName.TryAdd(macro.Name, macro);
        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The content's macros.</summary>
    public ImmutableArray<MacroDefinition> Macros { get; }

    /// <summary>The content's macro of that name, or null.</summary>
    /// <param name="name">The name, compared exactly.</param>
    public MacroDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Every name that a search in that file may use.</summary>
    /// <param name="fileName">The rule's file name without folder and extension.</param>
    internal IEnumerable<string> Names(string fileName) =>
        _byName.Keys.Concat(BuiltInMacros.Names).Append(fileName + BuiltInMacros.FilterSuffix);
}
