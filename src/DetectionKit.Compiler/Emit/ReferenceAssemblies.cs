using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DetectionKit.Compiler.Emit;

/// <summary>
/// What emitted code is compiled against: reference assemblies that were put into this assembly when it was built.
/// Never the running machine's own, so that the same plans give the same bytes everywhere.
/// </summary>
internal static class ReferenceAssemblies
{
    private const string Prefix = "ref/";

    /// <summary>The assemblies, by name.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. typeof(ReferenceAssemblies).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Load),
    ];

    private static MetadataReference Load(string name)
    {
        using var stream = typeof(ReferenceAssemblies).Assembly.GetManifestResourceStream(name)!;
        return MetadataReference.CreateFromStream(stream);
    }
}
