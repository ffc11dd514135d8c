using System.Reflection.Metadata;

namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>An entry of the evaluation stack.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Shape">Of objects and structures their type, of pointers the type of the place; else null.</param>
/// <param name="Writable">Whether the place that a pointer means may be changed: a local may, an argument that the caller lent may not.</param>
/// <param name="IsThis">Whether it is the method's own instance.</param>
/// <param name="Method">The method that it is.</param>
internal readonly record struct Slot(SlotKind Kind, Shape? Shape = null, bool Writable = false, bool IsThis = false, MethodDefinitionHandle Method = default)
{
    /// <summary>What a value of the type is once it lies on the stack.</summary>
    public static Slot Of(Shape shape) => shape switch
    {
        Shape.ByRef place => new(SlotKind.Pointer, place.Element),
        Shape.Known { Type: var type } => new(KindOf(type), KindOf(type) is SlotKind.Object or SlotKind.Struct ? shape : null),
        _ => new(SlotKind.Object, shape),
    };

    private static SlotKind KindOf(Type type)
    {
        if (!type.IsValueType)
            return SlotKind.Object;
        return Type.GetTypeCode(type) switch // an enumeration's is that of its numbers
        {
            TypeCode.Boolean or TypeCode.Char or TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 => SlotKind.Int32,
            TypeCode.Int64 or TypeCode.UInt64 => SlotKind.Int64,
            TypeCode.Single or TypeCode.Double => SlotKind.Float,
            _ when type == typeof(nint) || type == typeof(nuint) || type == typeof(void) => throw new ImageRefusal($"uses {type.Name}"),
            _ => SlotKind.Struct,
        };
    }
}
