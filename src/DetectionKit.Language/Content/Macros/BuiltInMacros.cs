using System.Collections.Frozen;

namespace DetectionKit.Language.Content.Macros;

/// <summary>What a built-in macro is replaced by.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">The text before the argument.</param>
/// <param name="After">The text behind the argument; null: the argument is left out.</param>
/// <param name="MinArguments">The fewest arguments.</param>
/// <param name="MaxArguments">The most arguments.</param>
/// <param name="IsAssumed">Whether it stands for something of Enterprise Security or the Common Information Model that is not here, so that a use is worth a note.</param>
internal sealed record BuiltInMacro(string Name, string Before, string? After, int MinArguments, int MaxArguments, bool IsAssumed);

/// <summary>The macros that are there unless the content defines them.</summary>
internal static class BuiltInMacros
{
    /// <summary>Every detection has a filter macro, for local exceptions, named after its file.</summary>
    public const string FilterSuffix = "_filter";

    private const string Everything = "search *";

    private static readonly BuiltInMacro[] All =
    [
        new("drop_dm_object_name", "rename \"", ".*\" as \"*\"", 1, 1, IsAssumed: false),
        new("get_asset", Everything, null, 1, 1, IsAssumed: true),
        new("get_identity4events", Everything, null, 1, 1, IsAssumed: true),
        new("get_event_id", Everything, null, 0, 0, IsAssumed: true),
        new("map_notable_fields", Everything, null, 0, 0, IsAssumed: true),
        new("cim_corporate_web_domain_search", Everything, null, 0, 1, IsAssumed: true),
        new("cim_corporate_email_domain_search", Everything, null, 0, 1, IsAssumed: true),
    ];

    private static readonly FrozenDictionary<string, BuiltInMacro> ByName = All.ToFrozenDictionary(macro => macro.Name, StringComparer.Ordinal);

    /// <summary>Their names, without the filters.</summary>
    public static IEnumerable<string> Names => All.Select(macro => macro.Name);

    /// <summary>The built-in macro of that name in a file, or null.</summary>
    public static BuiltInMacro? Find(string name, string fileName)
    {
        if (ByName.TryGetValue(name, out var macro))
            return macro;
        var isFilter = name.Length == fileName.Length + FilterSuffix.Length
            && name.StartsWith(fileName, StringComparison.Ordinal)
            && name.EndsWith(FilterSuffix, StringComparison.Ordinal);
        return isFilter ? new BuiltInMacro(name, Everything, null, 0, 0, IsAssumed: false) : null;
    }
}
