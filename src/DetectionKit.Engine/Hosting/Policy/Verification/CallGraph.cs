using System.Reflection.Metadata;

namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>Who reaches whom among an image's methods: nobody himself, no chain too deep, nothing too long. So every call ends, and soon.</summary>
/// <param name="methods">The verified methods.</param>
internal sealed class CallGraph(IReadOnlyDictionary<MethodDefinitionHandle, MethodJudgement> methods)
{
    private readonly Dictionary<MethodDefinitionHandle, Reach?> _costs = []; // null: being summed

    /// <summary>Judges what one method reaches.</summary>
    /// <exception cref="ImageRefusal">It reaches itself, or too much.</exception>
    public void Judge(MethodDefinitionHandle method) => Cost(method, 0);

    private Reach Cost(MethodDefinitionHandle method, int depth)
    {
        if (_costs.TryGetValue(method, out var known))
            return known ?? throw new ImageRefusal("calls itself, or what is refused");
        if (depth > PolicyLimits.CallDepth)
            throw TooDeep();
        if (!methods.TryGetValue(method, out var own))
            throw new ImageRefusal("calls a method without a body");
        _costs[method] = null;
        var instructions = own.Instructions;
        var slots = 0;
        var (deepest, lists) = (0, 0);
        foreach (var callee in own.Callees)
        {
            var cost = Cost(callee.Method, depth + 1);
            instructions += cost.Instructions * callee.Times;
            slots = Math.Max(slots, cost.Slots);
            deepest = Math.Max(deepest, cost.Depth + 1);
            lists = Math.Max(lists, cost.Lists + (callee.Times > 1 ? 1 : 0));
            if (instructions > PolicyLimits.Instructions || lists > PolicyLimits.ListDepth)
                throw new ImageRefusal("takes too long");
        }

        if (deepest > PolicyLimits.CallDepth)
            throw TooDeep();
        slots += own.Slots;
        if (slots > PolicyLimits.ChainSlots)
            throw new ImageRefusal("needs too much stack");
        var reach = new Reach(instructions, slots, deepest, lists);
        _costs[method] = reach;
        return reach;
    }

    private static ImageRefusal TooDeep() => new("calls too deep");

    private readonly record struct Reach(long Instructions, int Slots, int Depth, int Lists);
}
