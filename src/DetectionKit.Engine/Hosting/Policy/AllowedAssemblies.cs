using System.Collections.Frozen;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>The assemblies that an image may reference: the contract, and the parts of the framework that emitted code needs.</summary>
internal static class AllowedAssemblies
{
    /// <summary>The contract's assembly.</summary>
    public const string Contract = "DetectionKit.Abstractions";

    private static readonly FrozenSet<string> Names = new[]
    {
        Contract,
        "System.Collections.Immutable",
        "System.Memory",
        "System.Runtime",
        "System.Runtime.InteropServices",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Whether an image of that name could be taken for one of them: the runtime looks names up without case, and first among what is loaded.</summary>
    public static bool IsTaken(string name) => Names.Any(taken => string.Equals(taken, name, StringComparison.OrdinalIgnoreCase));
}
