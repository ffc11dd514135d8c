using System.Reflection;
using System.Reflection.Metadata;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>What the tokens of an image stand for. Every name is looked up among the allowed ones; nothing of the image is loaded.</summary>
internal sealed class ImageSymbols
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const int DeepestNesting = 4;
    private readonly Dictionary<EntityHandle, MemberInfo> _members = [];
    private readonly Dictionary<MethodDefinitionHandle, MethodSignature<Shape>> _signatures = [];
    private readonly ShapeProvider _provider;

    public ImageSymbols(MetadataReader metadata)
    {
        Metadata = metadata;
        _provider = new(this);
    }

    public MetadataReader Metadata { get; }

    /// <summary>A type outside the image.</summary>
    public Type Type(TypeReferenceHandle handle)
    {
        var (assembly, name) = NameOf(handle, 0);
        return AllowedTypes.Find(assembly, name) ?? throw new ImageRefusal($"uses {name}");
    }

    /// <summary>A type that an instruction or a declaration names.</summary>
    public Shape ShapeOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => new Shape.Known(Type((TypeReferenceHandle)handle)),
        HandleKind.TypeDefinition => new Shape.Defined((TypeDefinitionHandle)handle),
        HandleKind.TypeSpecification => Checked(Metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature, () =>
            Metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_provider, [])),
        _ => throw new ImageRefusal("names something that is no type"),
    };

    /// <summary>The shape of a field of the image.</summary>
    public Shape ShapeOf(FieldDefinitionHandle handle)
    {
        var field = Metadata.GetFieldDefinition(handle);
        return Checked(field.Signature, () => field.DecodeSignature(_provider, []));
    }

    /// <summary>The signature of a method of the image.</summary>
    public MethodSignature<Shape> SignatureOf(MethodDefinitionHandle handle)
    {
        if (_signatures.TryGetValue(handle, out var known))
            return known;
        var method = Metadata.GetMethodDefinition(handle);
        return _signatures[handle] = Checked(method.Signature, () => method.DecodeSignature(_provider, []));
    }

    /// <summary>Whether a method of the image is a constructor.</summary>
    public bool IsConstructor(MethodDefinitionHandle handle) => Metadata.StringComparer.Equals(Metadata.GetMethodDefinition(handle).Name, ".ctor");

    /// <summary>The locals of a method's body.</summary>
    public IReadOnlyList<Shape> LocalsOf(StandaloneSignatureHandle handle)
    {
        if (handle.IsNil)
            return [];
        var locals = Metadata.GetStandaloneSignature(handle);
        return Checked(locals.Signature, () => locals.DecodeLocalSignature(_provider, []));
    }

    /// <summary>A method, constructor or field outside the image.</summary>
    public MemberInfo Member(EntityHandle handle)
    {
        if (_members.TryGetValue(handle, out var known))
            return known;
        var member = handle.Kind switch
        {
            HandleKind.MemberReference => Find(Metadata.GetMemberReference((MemberReferenceHandle)handle)),
            HandleKind.MethodSpecification => Instantiate(Metadata.GetMethodSpecification((MethodSpecificationHandle)handle)),
            _ => throw new ImageRefusal("uses something that is no member"),
        };
        return _members[handle] = AllowedMembers.Contains(member) ? member : throw new ImageRefusal($"uses {member.DeclaringType!.FullName}.{member.Name}");
    }

    private MemberInfo Find(MemberReference reference)
    {
        var name = Metadata.GetString(reference.Name);
        var type = KnownParent(reference);
        MemberInfo? found;
        if (reference.GetKind() == MemberReferenceKind.Field)
        {
            Checked(reference.Signature, () => reference.DecodeFieldSignature(_provider, type.GetGenericArguments()));
            found = type.GetField(name, Public);
        }
        else
        {
            var signature = Checked(reference.Signature, () => reference.DecodeMethodSignature(_provider, type.GetGenericArguments()));
            if (signature.GenericParameterCount != 0 || signature.Header.CallingConvention != SignatureCallingConvention.Default)
                throw new ImageRefusal($"uses {type.FullName}.{name} in a way that has no place in a detector");
            var parameters = signature.ParameterTypes.Select(RuntimeType).ToArray();
            found = name is ".ctor" ? type.GetConstructor(Public, parameters) : Method(type, name, parameters, signature);
        }

        return found ?? throw new ImageRefusal($"uses {type.FullName}.{name}, which is not there");
    }

    // Conversions may differ by what they return alone, so that is compared as well.
    private static MethodInfo? Method(Type type, string name, Type[] parameters, MethodSignature<Shape> signature) =>
        type.GetMethods(Public).FirstOrDefault(method =>
            string.Equals(method.Name, name, StringComparison.Ordinal) && !method.IsGenericMethodDefinition && method.IsStatic != signature.Header.IsInstance
            && method.ReturnType == RuntimeType(signature.ReturnType) && method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters));

    private MethodInfo Instantiate(MethodSpecification specification)
    {
        if (specification.Method.Kind != HandleKind.MemberReference)
            throw new ImageRefusal("has a generic method");
        var reference = Metadata.GetMemberReference((MemberReferenceHandle)specification.Method);
        var name = Metadata.GetString(reference.Name);
        var type = KnownParent(reference);
        var arguments = Checked(specification.Signature, () => specification.DecodeSignature(_provider, [])).Select(RuntimeType).ToArray();
        var methods = type.GetMethods(Public).Where(method => method.IsGenericMethodDefinition && string.Equals(method.Name, name, StringComparison.Ordinal)).ToArray();
        return methods is [var only] && only.GetGenericArguments().Length == arguments.Length
            ? only.MakeGenericMethod(arguments)
            : throw new ImageRefusal($"uses {type.FullName}.{name}");
    }

    private Type KnownParent(MemberReference reference) =>
        reference.Parent.Kind is HandleKind.TypeReference or HandleKind.TypeSpecification && ShapeOf(reference.Parent) is Shape.Known { Type.IsArray: false } known
            ? known.Type
            : throw new ImageRefusal("uses a member of something that is no type outside the image");

    private static Type RuntimeType(Shape shape) => shape switch
    {
        Shape.Known known => known.Type,
        Shape.ByRef { Element: Shape.Known known } => known.Type.MakeByRefType(),
        _ => throw new ImageRefusal($"hands {shape} to the outside by its type"),
    };

    private T Checked<T>(BlobHandle signature, Func<T> decode) => Metadata.GetBlobReader(signature).Length <= PolicyLimits.SignatureBytes
        ? decode()
        : throw new ImageRefusal("has a signature that is too long");

    private (string Assembly, string Name) NameOf(TypeReferenceHandle handle, int depth)
    {
        var reference = Metadata.GetTypeReference(handle);
        var name = Metadata.GetString(reference.Name);
        switch (reference.ResolutionScope.Kind)
        {
            case HandleKind.AssemblyReference:
                var assembly = Metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope);
                return (Metadata.GetString(assembly.Name), reference.Namespace.IsNil ? name : $"{Metadata.GetString(reference.Namespace)}.{name}");
            case HandleKind.TypeReference when depth < DeepestNesting:
                var outer = NameOf((TypeReferenceHandle)reference.ResolutionScope, depth + 1);
                return (outer.Assembly, $"{outer.Name}+{name}");
            default:
                throw new ImageRefusal($"names {name} without saying where it is");
        }
    }
}
