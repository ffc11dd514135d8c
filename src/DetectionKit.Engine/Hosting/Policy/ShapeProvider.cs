using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>Reads signatures (ECMA-335 II.23.2) into shapes; whatever has no place in a detector is refused: pointers, typed and function references, arrays of several dimensions.</summary>
/// <param name="image">The image's symbols.</param>
internal sealed class ShapeProvider(ImageSymbols image) : ISignatureTypeProvider<Shape, Type[]>
{
    public Shape GetPrimitiveType(PrimitiveTypeCode typeCode) => new Shape.Known(typeCode switch
    {
        PrimitiveTypeCode.Void => typeof(void),
        PrimitiveTypeCode.Boolean => typeof(bool),
        PrimitiveTypeCode.Char => typeof(char),
        PrimitiveTypeCode.Int32 => typeof(int),
        PrimitiveTypeCode.Int64 => typeof(long),
        PrimitiveTypeCode.Double => typeof(double),
        PrimitiveTypeCode.String => typeof(string),
        PrimitiveTypeCode.Object => typeof(object),
        PrimitiveTypeCode.IntPtr => typeof(nint), // of delegates' constructors alone: no value of it can lie on the stack
        _ => throw new ImageRefusal($"uses the type {typeCode}"),
    });

    public Shape GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => new Shape.Known(image.Type(handle));

    public Shape GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => new Shape.Defined(handle);

    public Shape GetTypeFromSpecification(MetadataReader reader, Type[] genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        throw new ImageRefusal("names a type specification within a signature");

    public Shape GetSZArrayType(Shape elementType) => elementType is Shape.Known { Type: { IsByRefLike: false } type } && type != typeof(void)
        ? new Shape.Known(type.MakeArrayType())
        : throw new ImageRefusal($"has an array of {elementType}");

    public Shape GetByReferenceType(Shape elementType) => elementType is Shape.Known
        ? new Shape.ByRef(elementType)
        : throw new ImageRefusal($"has a reference to {elementType}");

    public Shape GetGenericInstantiation(Shape genericType, ImmutableArray<Shape> typeArguments)
    {
        if (genericType is not Shape.Known { Type: { IsGenericTypeDefinition: true } definition })
            throw new ImageRefusal($"has a generic type of {genericType}");
        var arguments = new Type[typeArguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            // A delegate in a container could come back to a method that has no business to call it.
            arguments[i] = typeArguments[i] is Shape.Known { Type: { IsByRefLike: false } type } && !IsDelegate(type) && type != typeof(void)
                ? type
                : throw new ImageRefusal($"has a {definition.Name} of {typeArguments[i]}");
        }

        return definition.GetGenericArguments().Length == arguments.Length
            ? new Shape.Known(definition.MakeGenericType(arguments))
            : throw new ImageRefusal($"has a {definition.Name} of {arguments.Length} types");
    }

    public Shape GetGenericTypeParameter(Type[] genericContext, int index) => index < genericContext.Length
        ? new Shape.Known(genericContext[index])
        : throw new ImageRefusal("is generic");

    public Shape GetGenericMethodParameter(Type[] genericContext, int index) => throw new ImageRefusal("is generic");

    public Shape GetModifiedType(Shape modifier, Shape unmodifiedType, bool isRequired) => unmodifiedType;

    public Shape GetPinnedType(Shape elementType) => throw new ImageRefusal("pins an object");

    public Shape GetPointerType(Shape elementType) => throw new ImageRefusal("uses a pointer");

    public Shape GetFunctionPointerType(MethodSignature<Shape> signature) => throw new ImageRefusal("uses a function pointer");

    public Shape GetArrayType(Shape elementType, ArrayShape shape) => throw new ImageRefusal("uses an array of several dimensions");

    private static bool IsDelegate(Type type) => type.IsAssignableTo(typeof(Delegate));
}
