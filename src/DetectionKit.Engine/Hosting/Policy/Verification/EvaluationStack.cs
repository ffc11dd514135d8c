namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>The evaluation stack of one method at one instruction, and what it will be where jumps go.</summary>
/// <param name="classes">How entries go together.</param>
internal sealed class EvaluationStack(ImageClasses classes)
{
    private readonly SortedDictionary<int, Slot[]> _pending = [];
    private readonly List<Slot> _slots = [];
    private int _carried;

    /// <summary>The deepest that it was.</summary>
    public int Deepest { get; private set; }

    public int Depth => _slots.Count;

    /// <summary>Whether the instruction can be reached at all.</summary>
    public bool IsReachable { get; private set; } = true;

    public void Push(Slot slot)
    {
        _slots.Add(slot);
        Deepest = Math.Max(Deepest, _slots.Count);
    }

    public void Push(Shape shape) => Push(Slot.Of(shape));

    public Slot Pop()
    {
        if (_slots.Count == 0)
            throw new ImageRefusal("takes from an empty stack");
        var slot = _slots[^1];
        _slots.RemoveAt(_slots.Count - 1);
        return slot;
    }

    public Slot Pop(SlotKind kind) => Pop() is var slot && slot.Kind == kind ? slot : throw new ImageRefusal($"has {slot.Kind} where {kind} is needed");

    public void Pop(Shape shape)
    {
        var slot = Pop();
        if (!classes.Fits(slot, shape))
            throw new ImageRefusal($"has {slot.Shape?.ToString() ?? slot.Kind.ToString()} where {shape} is needed");
    }

    /// <summary>Goes on at an instruction: there, ways that jumped ahead meet the one that fell through.</summary>
    public void Enter(int offset)
    {
        while (_pending.Count != 0 && _pending.First() is var (target, slots) && target <= offset)
        {
            if (target != offset)
                throw new ImageRefusal("jumps into an instruction");
            _pending.Remove(target);
            var merged = IsReachable ? Merge([.. _slots], slots) : slots;
            _slots.Clear();
            _slots.AddRange(merged);
            IsReachable = true;
        }
    }

    /// <summary>Jumps ahead.</summary>
    public void Branch(int from, int target)
    {
        if (target <= from)
            throw new ImageRefusal("jumps back");
        _carried += _slots.Count;
        if (_carried > PolicyLimits.CarriedSlots)
            throw new ImageRefusal("jumps too often");
        Slot[] slots = [.. _slots];
        _pending[target] = _pending.TryGetValue(target, out var other) ? Merge(other, slots) : slots;
    }

    /// <summary>The next instruction is reached by jumps alone.</summary>
    public void Stop()
    {
        IsReachable = false;
        _slots.Clear();
    }

    /// <summary>At the end of the method nothing may be left to run.</summary>
    public void End()
    {
        if (IsReachable || _pending.Count != 0)
            throw new ImageRefusal("runs past its end");
    }

    private Slot[] Merge(Slot[] a, Slot[] b)
    {
        if (a.Length != b.Length)
            throw new ImageRefusal("has stacks of two heights where two ways meet");
        var merged = new Slot[a.Length];
        for (var i = 0; i < a.Length; i++)
            merged[i] = classes.Merge(a[i], b[i]) ?? throw new ImageRefusal("has two kinds of values where two ways meet");
        return merged;
    }
}
