using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.WindowsEvents.Aliases;

/// <summary>The answers of a name's resolution as Sysmon joins them: <c>type:  5 www.example.net;::ffff:192.0.2.1;</c>.</summary>
internal static class Answers
{
    /// <summary>The names and addresses.</summary>
    public static Value Of(Value results) => Value.OfMany(results.ToText()
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(Parsed)
        .Where(answer => !answer.IsNull));

    /// <summary>How many there are.</summary>
    public static Value Count(Value results) => Value.Of((long)Of(results).Count);

    private static Value Parsed(string answer)
    {
        if (answer.StartsWith("type:", StringComparison.Ordinal))
            answer = answer[(answer.LastIndexOf(' ') + 1)..];
        return Parts.Address(Value.Of(answer));
    }
}
