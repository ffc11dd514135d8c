namespace DetectionKit.Abstractions.Functions;

/// <summary>
/// Marks a public static method as an eval function: the binder finds it by name, emitted code calls it.
/// Its parameters are <see cref="Values.Value"/>s (optional ones have a default; a last <c>params ReadOnlySpan&lt;Value&gt;</c> takes the rest),
/// preceded by a <see cref="Rows.RunContext"/> where it needs the run; it returns a <see cref="Values.Value"/>, or <c>bool?</c> for a predicate.
/// It never throws: what cannot be computed is the absent value.
/// </summary>
/// <param name="name">The function's name as rules write it, in lower case.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EvalFunctionAttribute(string name) : Attribute
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;
}
