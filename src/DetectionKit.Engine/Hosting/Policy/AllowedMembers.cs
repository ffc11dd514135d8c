using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>
/// The members of allowed types that an image may use. Of the contract: what makes specs and delegates, static methods, getters and the methods listed,
/// so that no image changes what it is given; never an interface's members or a delegate's, so that no image calls back into itself. Of the framework: those listed.
/// </summary>
internal static class AllowedMembers
{
    private static readonly Dictionary<Type, string[]> Framework = new()
    {
        [typeof(object)] = [".ctor"],
        [typeof(string)] = ["op_Equality", "op_Inequality", "get_Length"],
        [typeof(Nullable<>)] = [".ctor", "get_HasValue", "GetValueOrDefault"],
        [typeof(ReadOnlySpan<>)] = ["op_Implicit"],
        [typeof(ImmutableArray<>)] = ["Empty", "get_IsDefault", "get_IsEmpty", "get_Length"],
        [typeof(ImmutableCollectionsMarshal)] = ["AsImmutableArray"],
    };

    // Methods of the contract's objects that only ask.
    private static readonly HashSet<(Type, string)> Asking = [(typeof(ModelEvent), nameof(ModelEvent.Entity)), (typeof(ModelEvent), nameof(ModelEvent.EntityText))];

    public static bool Contains(MemberInfo member)
    {
        var type = member.DeclaringType!;
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (Framework.TryGetValue(definition, out var names))
            return names.Contains(member.Name, StringComparer.Ordinal);
        return !type.IsInterface && member switch
        {
            ConstructorInfo => IsSpec(type) || type.IsAssignableTo(typeof(Delegate)),
            FieldInfo field => field is { IsStatic: true, IsInitOnly: true } or { IsLiteral: true },
            MethodInfo method => !type.IsAssignableTo(typeof(Delegate)) && (method.IsStatic || IsGetter(method) || Asking.Contains((type, method.Name))),
            _ => false,
        };
    }

    // What an image says of itself: neither rows nor events, which could be as large as it likes.
    private static bool IsSpec(Type type) =>
        string.Equals(type.Namespace, typeof(IDetector).Namespace, StringComparison.Ordinal) || string.Equals(type.Namespace, typeof(StageSpec).Namespace, StringComparison.Ordinal);

    private static bool IsGetter(MethodInfo method) => method.IsSpecialName && method.Name.StartsWith("get_", StringComparison.Ordinal);
}
