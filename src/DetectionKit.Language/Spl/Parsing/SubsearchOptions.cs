namespace DetectionKit.Language.Spl.Parsing;

/// <summary>The options that every command with a subsearch has (Search Reference, append, "subsearch-options"): how long it may run is passed over.</summary>
internal static class SubsearchOptions
{
    /// <summary>How many rows of a subsearch are taken unless the command says otherwise (limits.conf, [searchresults] maxresultrows).</summary>
    public const int DefaultLimit = 50_000;

    /// <summary>Their names.</summary>
    public static string[] Names { get; } = ["extendtimerange", "maxtime", "maxout", "timeout"];

    /// <summary>Reads one of them.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="option">An option.</param>
    /// <param name="limit">Set by <c>maxout</c>; 0: all.</param>
    /// <returns>Whether it is one of them.</returns>
    public static bool TryApply(this SplReader reader, OptionSyntax option, ref int limit)
    {
        if (!Names.Contains(option.Name.Text, StringComparer.OrdinalIgnoreCase))
            return false;
        if (option.Is("extendtimerange"))
            reader.Flag(option);
        else if (reader.Count(option) is { } count && option.Is("maxout"))
            limit = count;
        return true;
    }
}
