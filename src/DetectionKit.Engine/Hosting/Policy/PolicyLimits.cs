namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>How much an image may hold, and how much one call of a detector may cost before it reaches the contract's own code.</summary>
internal static class PolicyLimits
{
    /// <summary>Bytes of IL in one method.</summary>
    public const int MethodBytes = 1 << 20;

    /// <summary>Bytes of one signature: what reads it recurses.</summary>
    public const int SignatureBytes = 512;

    /// <summary>Locals and arguments of one method, and what it may hold on its stack.</summary>
    public const int Slots = 4096;

    /// <summary>Items of one array.</summary>
    public const int ArrayItems = 1 << 20;

    /// <summary>Methods of the image that call each other in one chain.</summary>
    public const int CallDepth = 64;

    /// <summary>Slots of all methods of one chain together.</summary>
    public const int ChainSlots = 16384;

    /// <summary>Instructions of a method and of all that it calls in the image, each call counted, with what calls to the outside and arrays count for.</summary>
    public const long Instructions = 100_000_000;

    /// <summary>What an item of an array counts for, in instructions: it has to be cleared, and kept.</summary>
    public const int ArrayItem = 10;

    /// <summary>Interfaces of one class.</summary>
    public const int Interfaces = 32;

    /// <summary>Pipelines inside each other in one detector.</summary>
    public const int SubsearchDepth = 32;

    /// <summary>Pipelines of one detector.</summary>
    public const int Subsearches = 1024;

    /// <summary>How often a function that calls back for each item of a list counts what it calls: three lists inside each other are a rule, not a trap.</summary>
    public const int ListItems = 16;

    /// <summary>Functions inside each other that call back for each item of a list.</summary>
    public const int ListDepth = 3;

    /// <summary>Slots that the jumps of one method carry along, all together: so much is copied to verify it.</summary>
    public const int CarriedSlots = 1 << 20;
}
