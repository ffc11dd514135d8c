namespace DetectionKit.Compiler.Emit.Clauses;

/// <summary>A C# expression of type <c>bool</c>, and how it is written when denied.</summary>
/// <param name="Text">The expression; fit to stand as an operand of <c>&amp;&amp;</c> and <c>||</c>.</param>
/// <param name="Denied">The opposite, as fit.</param>
internal sealed record Test(string Text, string Denied)
{
    /// <summary>A call or another expression before which an exclamation mark may stand.</summary>
    public static Test Call(string text) => new(text, "!" + text);

    /// <summary>An expression in parentheses, which may go where it stands alone.</summary>
    public static Test Parenthesized(string text) => new($"({text})", $"!({text})") { Bare = text };

    /// <summary>The expression where it is no operand.</summary>
    public string Bare { get; private init; } = Text;

    /// <summary>Always or never.</summary>
    public static Test Constant(bool value) => value ? new("true", "false") : new("false", "true");

    /// <summary>The opposite.</summary>
    public Test Not() => new(Denied, Text);
}
