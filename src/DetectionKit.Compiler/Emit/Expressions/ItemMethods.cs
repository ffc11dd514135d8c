using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Language.Plan.Expressions;

namespace DetectionKit.Compiler.Emit.Expressions;

/// <summary>The methods that expressions need for what they compute of each item: named where they are used, written behind the method that uses them, since an image holds no closures.</summary>
/// <param name="names">The class's member names.</param>
internal sealed class ItemMethods(Identifiers names)
{
    private readonly Queue<(string Name, BoundExpression? Value, BoundCondition? Condition)> _waiting = new();

    /// <summary>The name of the method that computes a value.</summary>
    public string Take(BoundExpression value) => Take(value, null);

    /// <summary>The name of the method that tests a condition.</summary>
    public string Take(BoundCondition condition) => Take(null, condition);

    /// <summary>The next method to write, or false.</summary>
    public bool TryNext(out (string Name, BoundExpression? Value, BoundCondition? Condition) next) => _waiting.TryDequeue(out next);

    private string Take(BoundExpression? value, BoundCondition? condition)
    {
        var name = names.Take("Item", "Item");
        _waiting.Enqueue((name, value, condition));
        return name;
    }
}
