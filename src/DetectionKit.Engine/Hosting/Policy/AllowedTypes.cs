using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>The types outside itself that an image may name: the contract's public ones, and a few of the framework, all of them values without effects.</summary>
internal static class AllowedTypes
{
    // Attributes that the compiler writes; what they say is read by tools and the runtime, and none of them runs code.
    private static readonly Type[] Framework =
    [
        typeof(object), typeof(string), typeof(bool), typeof(char), typeof(int), typeof(long), typeof(double), typeof(void),
        typeof(Nullable<>), typeof(ReadOnlySpan<>), typeof(ImmutableArray<>), typeof(ImmutableCollectionsMarshal), typeof(InAttribute),
        typeof(CompilationRelaxationsAttribute), typeof(RuntimeCompatibilityAttribute), typeof(DebuggableAttribute), typeof(DebuggableAttribute.DebuggingModes),
        typeof(RefSafetyRulesAttribute), typeof(IsReadOnlyAttribute), typeof(CompilerGeneratedAttribute),
    ];

    private static readonly FrozenDictionary<string, Type> ByName = Framework.ToFrozenDictionary(type => type.FullName!, StringComparer.Ordinal);
    private static readonly Assembly Contract = typeof(IDetector).Assembly;

    /// <summary>The type, or null where an image may not name it.</summary>
    /// <param name="assembly">The assembly that the image gives for it.</param>
    /// <param name="fullName">Its name with namespace; nested types after <c>+</c>.</param>
    public static Type? Find(string assembly, string fullName)
    {
        if (!string.Equals(assembly, AllowedAssemblies.Contract, StringComparison.Ordinal))
            return ByName.GetValueOrDefault(fullName);
        var type = Contract.GetType(fullName);
        return type is { IsVisible: true } ? type : null;
    }
}
