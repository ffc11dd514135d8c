using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;

namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>Verifies the calls of one method: what goes in, what comes out, and what each of them may cost.</summary>
/// <param name="image">The image's symbols.</param>
/// <param name="classes">What fits where.</param>
/// <param name="stack">The method's evaluation stack.</param>
/// <param name="isConstructor">Whether the method is a constructor.</param>
internal sealed class CallVerifier(ImageSymbols image, ImageClasses classes, EvaluationStack stack, bool isConstructor)
{
    private readonly List<Callee> _callees = [];

    /// <summary>The methods of the image that are reached, an entry for each place.</summary>
    public IReadOnlyList<Callee> Callees => _callees;

    /// <summary>What calls to the outside count for, in instructions.</summary>
    public long Cost { get; private set; }

    /// <summary>Takes a method of the image, on its way into a delegate.</summary>
    public void Load(EntityHandle token)
    {
        if (token.Kind != HandleKind.MethodDefinition)
            throw new ImageRefusal("makes a delegate of a method outside the image");
        var method = (MethodDefinitionHandle)token;
        if (image.IsConstructor(method))
            throw new ImageRefusal("makes a delegate of a constructor");
        _callees.Add(new(method, 1));
        stack.Push(new Slot(SlotKind.Method, Method: method));
    }

    /// <summary>Creates an object.</summary>
    public void Create(EntityHandle token)
    {
        if (token.Kind == HandleKind.MethodDefinition)
        {
            var constructor = (MethodDefinitionHandle)token;
            if (!image.IsConstructor(constructor))
                throw new ImageRefusal("creates an object with a method that is no constructor");
            _callees.Add(new(constructor, 1));
            PopArguments(image.SignatureOf(constructor).ParameterTypes);
            stack.Push(new Shape.Defined(image.Metadata.GetMethodDefinition(constructor).GetDeclaringType()));
            return;
        }

        if (image.Member(token) is not ConstructorInfo { DeclaringType: { IsAbstract: false } type } known)
            throw new ImageRefusal("creates an object with a method that is no constructor");
        Cost += CallCosts.Of(known);
        if (type.IsAssignableTo(typeof(Delegate)))
        {
            stack.Push(PopDelegate(type));
            return;
        }

        PopArguments(known.GetParameters());
        stack.Push(new Shape.Known(type));
    }

    // What comes out still says which method it calls.
    private Slot PopDelegate(Type type)
    {
        var method = stack.Pop(SlotKind.Method).Method;
        var target = stack.Pop();
        var signature = image.SignatureOf(method);
        var owner = new Shape.Defined(image.Metadata.GetMethodDefinition(method).GetDeclaringType());
        var invoke = type.GetMethod("Invoke")!;
        var asked = invoke.GetParameters().Select(parameter => ShapeOf(parameter.ParameterType));
        if (signature.Header.IsInstance ? target.Kind != SlotKind.Object || !classes.Fits(target, owner) : target.Kind != SlotKind.Null)
            throw new ImageRefusal("makes a delegate of a method and an object that do not go together");
        if (!signature.ReturnType.Equals(ShapeOf(invoke.ReturnType)) || !signature.ParameterTypes.SequenceEqual(asked))
            throw new ImageRefusal($"makes a {type.Name} of a method with another signature");
        return new(SlotKind.Object, new Shape.Known(type), Method: method);
    }

    /// <summary>Calls a method.</summary>
    public void Call(EntityHandle token)
    {
        if (token.Kind == HandleKind.MethodDefinition)
            CallOwn((MethodDefinitionHandle)token);
        else
            CallOutside(image.Member(token) as MethodBase ?? throw new ImageRefusal("calls a field"));
    }

    private void CallOwn(MethodDefinitionHandle handle)
    {
        var method = image.Metadata.GetMethodDefinition(handle);
        if (image.IsConstructor(handle))
            throw new ImageRefusal("constructs an object a second time");
        var signature = image.SignatureOf(handle);
        _callees.Add(new(handle, 1));
        PopArguments(signature.ParameterTypes);
        if (signature.Header.IsInstance)
            stack.Pop(new Shape.Defined(method.GetDeclaringType()));
        PushResult(signature.ReturnType);
    }

    private void CallOutside(MethodBase method)
    {
        Cost += CallCosts.Of(method);
        if (CallCosts.IsForConstructors(method) && !isConstructor)
            throw new ImageRefusal($"uses {method.DeclaringType!.Name}.{method.Name} outside of a constructor");
        PopArguments(method.GetParameters());
        if (method is ConstructorInfo)
        {
            var target = stack.Pop();
            var isBase = method.DeclaringType == typeof(object) && isConstructor && target.IsThis;
            var isPlace = method.DeclaringType!.IsValueType && target is { Kind: SlotKind.Pointer, Writable: true } && new Shape.Known(method.DeclaringType).Equals(target.Shape);
            if (!isBase && !isPlace)
                throw new ImageRefusal("constructs an object a second time");
            return;
        }

        if (!method.IsStatic)
            stack.Pop(method.DeclaringType!.IsValueType ? new Shape.ByRef(new Shape.Known(method.DeclaringType)) : new Shape.Known(method.DeclaringType));
        var returns = ((MethodInfo)method).ReturnType;
        if (returns.IsAssignableTo(typeof(Delegate)) && !IsMadeOfText(method))
            throw new ImageRefusal($"is given {returns.Name} by {method.Name}");
        PushResult(ShapeOf(returns));
    }

    // A delegate of the contract's own, as of a column's name, calls nothing of the image; one that an object kept might.
    private static bool IsMadeOfText(MethodBase method) => method.IsStatic && Array.TrueForAll(method.GetParameters(), parameter => parameter.ParameterType == typeof(string));

    private void PopArguments(ImmutableArray<Shape> parameters)
    {
        for (var i = parameters.Length - 1; i >= 0; i--)
            stack.Pop(parameters[i]);
    }

    private void PopArguments(ParameterInfo[] parameters)
    {
        for (var i = parameters.Length - 1; i >= 0; i--)
        {
            if (parameters[i] is { ParameterType.IsByRef: true, IsIn: false })
                throw new ImageRefusal($"hands {parameters[i].Member.Name} a place to write to");
            if (parameters[i].Member is MethodInfo && parameters[i].ParameterType.IsAssignableTo(typeof(Delegate)))
                Repeat(parameters[i].ParameterType);
            else
                stack.Pop(ShapeOf(parameters[i].ParameterType));
        }
    }

    // A function of the contract calls it for each item of a list.
    private void Repeat(Type type)
    {
        if (stack.Pop() is not { Kind: SlotKind.Object, Method.IsNil: false } made || !Equals(made.Shape, new Shape.Known(type)))
            throw new ImageRefusal($"hands on a {type.Name} that it did not make there");
        _callees.Add(new(made.Method, PolicyLimits.ListItems));
    }

    private void PushResult(Shape shape)
    {
        if (shape is Shape.ByRef or Shape.Known { Type.IsPointer: true })
            throw new ImageRefusal($"is given {shape}");
        if (!shape.Equals(Shape.Void))
            stack.Push(shape);
    }

    private static Shape ShapeOf(Type type) => type.IsByRef ? new Shape.ByRef(new Shape.Known(type.GetElementType()!)) : new Shape.Known(type);
}
