using System.Collections.Frozen;

namespace DetectionKit.Engine.Hosting;

/// <summary>The assemblies that an image may reference: the contract, and the parts of the framework that emitted code needs.</summary>
internal static class AllowedReferences
{
    /// <summary>The contract's assembly.</summary>
    public const string Contract = "DetectionKit.Abstractions";

    private static readonly FrozenSet<string> Names = new[]
    {
        Contract,
        "System.Collections",
        "System.Collections.Immutable",
        "System.Linq",
        "System.Memory",
        "System.Runtime",
        "System.Runtime.Extensions",
        "System.Text.RegularExpressions",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);
}
