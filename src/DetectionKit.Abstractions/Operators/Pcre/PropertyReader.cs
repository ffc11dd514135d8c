namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>Reads properties of characters.</summary>
internal static class PropertyReader
{
    /// <summary><c>\p{Lu}</c>, <c>\pL</c>, <c>\P{^Lu}</c> as .NET writes it, and how long it is.</summary>
    public static (string Text, int Length) Read(ReadOnlySpan<char> rest)
    {
        var end = rest.Length > 2 && rest[2] == '{' ? rest.IndexOf('}') : -1;
        if (end < 0)
            return rest.Length > 2 ? ($"\\{rest[1]}{{{rest[2]}}}", 3) : (rest.ToString(), rest.Length);
        var name = rest[3..end];
        var negated = rest[1] == 'P';
        if (name.StartsWith("^", StringComparison.Ordinal))
        {
            negated = !negated;
            name = name[1..];
        }

        return ($"\\{(negated ? 'P' : 'p')}{{{name}}}", end + 1);
    }
}
