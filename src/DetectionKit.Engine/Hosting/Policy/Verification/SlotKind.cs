namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>What an entry of the evaluation stack is (ECMA-335 III.1.1).</summary>
internal enum SlotKind
{
    /// <summary>Up to 32 bits.</summary>
    Int32,

    /// <summary>64 bits.</summary>
    Int64,

    /// <summary>A floating-point number.</summary>
    Float,

    /// <summary>The null reference.</summary>
    Null,

    /// <summary>A reference to an object.</summary>
    Object,

    /// <summary>A value of a structure.</summary>
    Struct,

    /// <summary>A reference to a place.</summary>
    Pointer,

    /// <summary>A method, on its way into a delegate.</summary>
    Method,
}
