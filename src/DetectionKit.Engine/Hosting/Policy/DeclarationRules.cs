using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>What an image may declare: plain classes, detectors among them, with fields of their own and methods that override nothing.</summary>
/// <param name="image">The image's symbols.</param>
internal sealed class DeclarationRules(ImageSymbols image)
{
    private const MethodAttributes ConstructorName = MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;

    private const string Module = "<Module>";
    private readonly MetadataReader _metadata = image.Metadata;

    /// <summary>What is wrong with the assembly as a whole.</summary>
    public IEnumerable<string> Assembly()
    {
        foreach (var handle in _metadata.AssemblyReferences)
        {
            var reference = _metadata.GetAssemblyReference(handle);
            var name = _metadata.GetString(reference.Name);
            if (!AllowedAssemblies.Contains(name))
                yield return $"it references {name}";
            else if (!reference.Culture.IsNil || reference.Flags.HasFlag(AssemblyFlags.WindowsRuntime))
                yield return $"it references {name} in another form";
        }

        if (AllowedAssemblies.IsTaken(_metadata.GetString(_metadata.GetAssemblyDefinition().Name)))
            yield return "its name is that of an assembly that it may reference";
        if (_metadata.CustomAttributes.Select(_metadata.GetCustomAttribute).Any(attribute => attribute.Constructor.Kind != HandleKind.MemberReference))
            yield return "it has attributes of its own";
        foreach (var handle in _metadata.TypeReferences)
        {
            if (Problem(() => image.Type(handle)) is { } problem)
                yield return $"it {problem}";
        }
    }

    /// <summary>What is wrong with the methods that stand for others, each row of the table, whomever it says that it belongs to.</summary>
    public IEnumerable<string> Overrides()
    {
        for (var row = 1; row <= _metadata.GetTableRowCount(TableIndex.MethodImpl); row++)
        {
            if (Problem(() => ImplementsDetectorsAlone(_metadata.GetMethodImplementation(MetadataTokens.MethodImplementationHandle(row)))) is { } problem)
                yield return $"it {problem}";
        }
    }

    /// <summary>What is wrong with a type, its methods' bodies apart.</summary>
    public IEnumerable<string> Type(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var name = _metadata.GetString(type.Name);
        var isModule = string.Equals(name, Module, StringComparison.Ordinal) && type.Namespace.IsNil;
        if (isModule)
        {
            foreach (var method in type.GetMethods())
                yield return $"it runs code when it is loaded: {_metadata.GetString(_metadata.GetMethodDefinition(method).Name)} of the module";
            if (type.GetFields().Count != 0)
                yield return "its module has fields";
            yield break;
        }

        if (type.Attributes.HasFlag(TypeAttributes.Interface) || type.Attributes.HasFlag(TypeAttributes.Abstract))
            yield return $"{name} is abstract";
        if ((type.Attributes & TypeAttributes.LayoutMask) is not (TypeAttributes.AutoLayout or TypeAttributes.SequentialLayout) || _metadata.GetTableRowCount(TableIndex.ClassLayout) + _metadata.GetTableRowCount(TableIndex.FieldLayout) != 0)
            yield return $"{name} lays out its own memory";
        if ((type.Attributes & (TypeAttributes.Import | TypeAttributes.WindowsRuntime)) != 0)
            yield return $"{name} is made elsewhere";
        if (Problem(() => IsPlainClass(type)) is { } @base)
            yield return $"{name} {@base}";
        foreach (var problem in type.GetFields().Select(field => Problem(() => Field(field))).Concat(type.GetMethods().Select(method => Problem(() => Method(method)))))
        {
            if (problem is not null)
                yield return $"{name} {problem}";
        }
    }

    private void IsPlainClass(TypeDefinition type)
    {
        if (type.BaseType.IsNil || image.ShapeOf(type.BaseType) is not Shape.Known { Type: var parent } || parent != typeof(object))
            throw new ImageRefusal("extends something else than an object");
        foreach (var implemented in type.GetInterfaceImplementations().Select(_metadata.GetInterfaceImplementation))
        {
            if (image.ShapeOf(implemented.Interface) is not Shape.Known { Type: { IsInterface: true } known } || !known.IsAssignableTo(typeof(IPipeline)))
                throw new ImageRefusal("implements something else than a pipeline");
        }

        if (type.GetInterfaceImplementations().Count > PolicyLimits.Interfaces)
            throw new ImageRefusal("implements too much");
    }

    // The compiler names the method behind a member explicitly where a parameter is read-only.
    private void ImplementsDetectorsAlone(MethodImplementation implementation)
    {
        var isDetectors = implementation.MethodDeclaration.Kind == HandleKind.MemberReference
            && image.ShapeOf(_metadata.GetMemberReference((MemberReferenceHandle)implementation.MethodDeclaration).Parent) is Shape.Known { Type: { IsInterface: true } known }
            && known.IsAssignableTo(typeof(IPipeline));
        if (!isDetectors || implementation.MethodBody.Kind != HandleKind.MethodDefinition)
            throw new ImageRefusal("overrides a method by another name");
    }

    private void Field(FieldDefinitionHandle handle)
    {
        var field = _metadata.GetFieldDefinition(handle);
        if (field.Attributes.HasFlag(FieldAttributes.Static) && !field.Attributes.HasFlag(FieldAttributes.Literal))
            throw new ImageRefusal("has a static field");
        if (image.ShapeOf(handle) is Shape.ByRef or Shape.Known { Type.IsByRefLike: true })
            throw new ImageRefusal("keeps a reference to a place");
        if (image.ShapeOf(handle) is Shape.Known { Type: var type } && type.IsAssignableTo(typeof(Delegate)))
            throw new ImageRefusal("keeps a delegate");
        if (image.ShapeOf(handle) is Shape.Known { Type.IsArray: true })
            throw new ImageRefusal("keeps an array, whose items could change");
    }

    private void Method(MethodDefinitionHandle handle)
    {
        var method = _metadata.GetMethodDefinition(handle);
        var name = _metadata.GetString(method.Name);
        if (name is ".cctor")
            throw new ImageRefusal("has a static constructor");
        if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
            throw new ImageRefusal($"calls native code: {name}");
        if (name is "Finalize")
            throw new ImageRefusal("has a finaliser");
        if (method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.NewSlot))
            throw new ImageRefusal($"overrides {name}");
        if ((method.ImplAttributes & ~(MethodImplAttributes.NoInlining | MethodImplAttributes.AggressiveInlining)) != MethodImplAttributes.IL || method.RelativeVirtualAddress == 0)
            throw new ImageRefusal($"has a method that is not IL: {name}");
        var signature = image.SignatureOf(handle);
        if (name is ".ctor" && ((method.Attributes & ConstructorName) != ConstructorName || method.Attributes.HasFlag(MethodAttributes.Virtual) || !signature.ReturnType.Equals(Shape.Void)))
            throw new ImageRefusal("has a method that is named like a constructor and is none");
        if (signature.Header.CallingConvention != SignatureCallingConvention.Default || signature.Header.IsInstance == method.Attributes.HasFlag(MethodAttributes.Static))
            throw new ImageRefusal($"has a method with a calling convention of its own: {name}");
        if (signature.ReturnType is Shape.ByRef || signature.ParameterTypes.Append(signature.ReturnType).Any(IsDelegate))
            throw new ImageRefusal($"takes or gives a delegate or a place: {name}");
    }

    private static bool IsDelegate(Shape shape) => shape is Shape.Known { Type: var type } && type.IsAssignableTo(typeof(Delegate));

    private static string? Problem(Action judge)
    {
        try
        {
            judge();
            return null;
        }
        catch (ImageRefusal refusal)
        {
            return refusal.Message;
        }
    }
}
