using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;

namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>
/// Follows a method's IL (ECMA-335 III) with the types of what lies on its stack. Only the instructions below may be used; none jumps back, so
/// one pass sees every way through the method. A method that passes is type-safe: it reaches no memory but through the types that it names.
/// </summary>
internal sealed class MethodVerifier
{
    private readonly ImageSymbols _image;
    private readonly ImageClasses _classes;
    private readonly EvaluationStack _stack;
    private readonly TypeDefinitionHandle _type;
    private readonly bool _isConstructor;
    private readonly ImmutableArray<Shape> _parameters;
    private readonly Slot[] _arguments;
    private readonly Shape _returns;
    private readonly IReadOnlyList<Shape> _locals;
    private readonly CallVerifier _calls;
    private BlobReader _il;
    private int _length = -1; // of the array that comes next; -1: not a constant
    private long _instructions;

    private MethodVerifier(ImageSymbols image, MethodDefinitionHandle handle, MethodBodyBlock body)
    {
        var method = image.Metadata.GetMethodDefinition(handle);
        var signature = image.SignatureOf(handle);
        _image = image;
        _classes = new(image);
        _stack = new(_classes);
        _type = method.GetDeclaringType();
        _isConstructor = image.IsConstructor(handle);
        _calls = new(image, _classes, _stack, _isConstructor);
        _returns = signature.ReturnType;
        _locals = image.LocalsOf(body.LocalSignature);
        Slot[] self = signature.Header.IsInstance ? [new(SlotKind.Object, new Shape.Defined(_type), IsThis: true)] : [];
        _parameters = signature.ParameterTypes;
        _arguments = [.. self, .. _parameters.Select(Slot.Of)];
        _il = body.GetILReader();
    }

    /// <summary>Verifies one method.</summary>
    /// <exception cref="ImageRefusal">It does something that no detector may.</exception>
    public static MethodJudgement Verify(ImageSymbols image, MethodDefinitionHandle handle, MethodBodyBlock body)
    {
        if (body.ExceptionRegions.Length != 0)
            throw new ImageRefusal("catches exceptions");
        if (body.Size > PolicyLimits.MethodBytes)
            throw new ImageRefusal("is too long");
        var verifier = new MethodVerifier(image, handle, body);
        if (verifier._locals.Count != 0 && !body.LocalVariablesInitialized)
            throw new ImageRefusal("reads memory that nobody wrote");
        if (verifier._locals.Any(local => local is Shape.ByRef))
            throw new ImageRefusal("keeps a reference to a place");
        return verifier.Run();
    }

    private MethodJudgement Run()
    {
        while (_il.RemainingBytes != 0)
        {
            var offset = _il.Offset;
            _stack.Enter(offset);
            var code = (ILOpCode)_il.ReadByte();
            if (code == (ILOpCode)0xFE)
                code = (ILOpCode)(0xFE00 | _il.ReadByte());
            if (!_stack.IsReachable)
                throw new ImageRefusal("loops, or holds code that nothing reaches");
            _instructions++;
            var length = Step(code, offset);
            _length = length;
            if (_stack.Depth > PolicyLimits.Slots)
                throw new ImageRefusal("needs too much stack");
        }

        _stack.End();
        return new(_instructions + _calls.Cost, _arguments.Length + _locals.Count + _stack.Deepest, _calls.Callees);
    }

    // Gives the constant that the instruction pushed, where the next one may make an array of that many items; else -1.
    private int Step(ILOpCode code, int offset)
    {
        switch (code)
        {
            case ILOpCode.Nop: break;
            case >= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3: LoadArgument(code - ILOpCode.Ldarg_0); break;
            case ILOpCode.Ldarg_s: LoadArgument(_il.ReadByte()); break;
            case ILOpCode.Ldarg: LoadArgument(_il.ReadUInt16()); break;
            case ILOpCode.Ldarga_s: LoadArgumentPlace(_il.ReadByte()); break;
            case >= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3: _stack.Push(Local(code - ILOpCode.Ldloc_0)); break;
            case ILOpCode.Ldloc_s: _stack.Push(Local(_il.ReadByte())); break;
            case ILOpCode.Ldloc: _stack.Push(Local(_il.ReadUInt16())); break;
            case >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3: _stack.Pop(Local(code - ILOpCode.Stloc_0)); break;
            case ILOpCode.Stloc_s: _stack.Pop(Local(_il.ReadByte())); break;
            case ILOpCode.Stloc: _stack.Pop(Local(_il.ReadUInt16())); break;
            case ILOpCode.Ldloca_s: _stack.Push(new Slot(SlotKind.Pointer, Local(_il.ReadByte()), Writable: true)); break;
            case ILOpCode.Ldloca: _stack.Push(new Slot(SlotKind.Pointer, Local(_il.ReadUInt16()), Writable: true)); break;
            case ILOpCode.Ldnull: _stack.Push(new Slot(SlotKind.Null)); break;
            case >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8: return Constant(code - ILOpCode.Ldc_i4_0);
            case ILOpCode.Ldc_i4_s: return Constant(_il.ReadSByte());
            case ILOpCode.Ldc_i4: return Constant(_il.ReadInt32());
            case ILOpCode.Ldc_i8: Skip(8, SlotKind.Int64); break;
            case ILOpCode.Ldc_r4: Skip(4, SlotKind.Float); break;
            case ILOpCode.Ldc_r8: Skip(8, SlotKind.Float); break;
            case ILOpCode.Ldstr:
                Skip(4, SlotKind.Object, new Shape.Known(typeof(string)));
                break;
            case ILOpCode.Dup: Duplicate(); break;
            case ILOpCode.Pop: _stack.Pop(); break;
            case ILOpCode.Br_s: Jump(offset, _il.ReadSByte(), 0); _stack.Stop(); break;
            case ILOpCode.Br: Jump(offset, _il.ReadInt32(), 0); _stack.Stop(); break;
            case ILOpCode.Brfalse_s or ILOpCode.Brtrue_s: Jump(offset, _il.ReadSByte(), 1); break;
            case ILOpCode.Brfalse or ILOpCode.Brtrue: Jump(offset, _il.ReadInt32(), 1); break;
            case >= ILOpCode.Beq_s and <= ILOpCode.Blt_un_s: Jump(offset, _il.ReadSByte(), 2); break;
            case >= ILOpCode.Beq and <= ILOpCode.Blt_un: Jump(offset, _il.ReadInt32(), 2); break;
            case ILOpCode.Ceq or ILOpCode.Cgt or ILOpCode.Cgt_un or ILOpCode.Clt or ILOpCode.Clt_un: Compare(); _stack.Push(new Slot(SlotKind.Int32)); break;
            case ILOpCode.Add or ILOpCode.Sub or ILOpCode.Mul or ILOpCode.And or ILOpCode.Or or ILOpCode.Xor: _stack.Push(new Slot(Compare(numbers: true))); break;
            case ILOpCode.Neg or ILOpCode.Not: _stack.Push(new Slot(Number())); break;
            case ILOpCode.Conv_i4: Number(); _stack.Push(new Slot(SlotKind.Int32)); break;
            case ILOpCode.Conv_i8 or ILOpCode.Conv_u8: Number(); _stack.Push(new Slot(SlotKind.Int64)); break;
            case ILOpCode.Conv_r8: Number(); _stack.Push(new Slot(SlotKind.Float)); break;
            case ILOpCode.Ldind_ref: LoadThrough(_stack.Pop(SlotKind.Pointer).Shape!, isObject: true); break;
            case ILOpCode.Ldobj: LoadThrough(_image.ShapeOf(Token()), isObject: false, _stack.Pop(SlotKind.Pointer)); break;
            case ILOpCode.Initobj: Clear(_image.ShapeOf(Token())); break;
            case ILOpCode.Newarr: NewArray(_image.ShapeOf(Token())); break;
            case ILOpCode.Stelem: StoreItem(_image.ShapeOf(Token())); break;
            case ILOpCode.Stelem_ref: StoreObject(); break;
            case ILOpCode.Ldfld: LoadField(); break;
            case ILOpCode.Stfld: StoreField(); break;
            case ILOpCode.Ldsfld: LoadStatic(); break;
            case ILOpCode.Ldftn: _calls.Load(Token()); break;
            case ILOpCode.Newobj: _calls.Create(Token()); break;
            case ILOpCode.Call or ILOpCode.Callvirt: _calls.Call(Token()); break;
            case ILOpCode.Ret: Return(); break;
            default: throw new ImageRefusal($"uses the instruction {code.ToString().ToLowerInvariant().Replace('_', '.')}");
        }

        return -1;
    }

    private EntityHandle Token() => System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(_il.ReadInt32());

    private Shape Local(int index) => index < _locals.Count ? _locals[index] : throw new ImageRefusal("uses a local that is not there");

    private void LoadArgument(int index) => _stack.Push(index < _arguments.Length ? _arguments[index] : throw new ImageRefusal("uses an argument that is not there"));

    private void LoadArgumentPlace(int index)
    {
        var parameter = index - (_arguments.Length - _parameters.Length);
        if (parameter < 0 || parameter >= _parameters.Length || _parameters[parameter] is Shape.ByRef)
            throw new ImageRefusal("uses an argument that is not there");
        _stack.Push(new Slot(SlotKind.Pointer, _parameters[parameter], Writable: true));
    }

    private int Constant(int value)
    {
        _stack.Push(new Slot(SlotKind.Int32));
        return Math.Max(value, -1);
    }

    private void Skip(int bytes, SlotKind kind, Shape? shape = null)
    {
        _il.Offset += bytes;
        _stack.Push(new Slot(kind, shape));
    }

    private void Duplicate()
    {
        var slot = _stack.Pop();
        _stack.Push(slot);
        _stack.Push(slot);
    }

    private void Jump(int from, int distance, int operands)
    {
        if (operands == 2)
            Compare();
        else if (operands == 1 && _stack.Pop().Kind is SlotKind.Struct or SlotKind.Method or SlotKind.Float or SlotKind.Pointer)
            throw new ImageRefusal("asks whether something is true that cannot be");
        _stack.Branch(from, _il.Offset + distance);
    }

    private SlotKind Compare(bool numbers = false)
    {
        var b = _stack.Pop().Kind;
        var a = _stack.Pop().Kind;
        var objects = a is SlotKind.Object or SlotKind.Null && b is SlotKind.Object or SlotKind.Null;
        return objects && !numbers || (a == b && IsNumber(a)) ? a : throw new ImageRefusal($"compares or adds {a} and {b}");
    }

    private SlotKind Number() => _stack.Pop().Kind is var kind && IsNumber(kind) ? kind : throw new ImageRefusal($"calculates with {kind}");

    private static bool IsNumber(SlotKind kind) => kind is SlotKind.Int32 or SlotKind.Int64 or SlotKind.Float;

    private void LoadThrough(Shape shape, bool isObject, Slot? place = null)
    {
        var loaded = Slot.Of(shape);
        if (isObject != (loaded.Kind == SlotKind.Object) || (place is { } pointer && !shape.Equals(pointer.Shape)))
            throw new ImageRefusal("reads something else than lies at a place");
        _stack.Push(loaded);
    }

    private void Clear(Shape shape)
    {
        var place = _stack.Pop(SlotKind.Pointer);
        if (!place.Writable || !shape.Equals(place.Shape))
            throw new ImageRefusal("changes what it was lent");
    }

    private void NewArray(Shape item)
    {
        _stack.Pop(SlotKind.Int32);
        if (_length is < 0 or > PolicyLimits.ArrayItems)
            throw new ImageRefusal("makes an array of a length that is not known or too large");
        _instructions += (long)_length * PolicyLimits.ArrayItem;
        _stack.Push(ArrayOf(item));
    }

    private static Shape ArrayOf(Shape item) => item is Shape.Known { Type: { IsByRefLike: false } type } && type != typeof(void)
        ? new Shape.Known(type.MakeArrayType())
        : throw new ImageRefusal($"makes an array of {item}");

    private void StoreItem(Shape item)
    {
        _stack.Pop(item);
        _stack.Pop(SlotKind.Int32);
        _stack.Pop(ArrayOf(item));
    }

    // The runtime checks that the object fits the array.
    private void StoreObject()
    {
        if (_stack.Pop().Kind is not (SlotKind.Object or SlotKind.Null))
            throw new ImageRefusal("puts something else than an object into an array of objects");
        _stack.Pop(SlotKind.Int32);
        if (_stack.Pop() is not { Kind: SlotKind.Object, Shape: Shape.Known { Type.IsArray: true } array } || array.Type.GetElementType()!.IsValueType)
            throw new ImageRefusal("puts an object into something that is no array of objects");
    }

    private FieldDefinitionHandle Field(out TypeDefinitionHandle owner)
    {
        var token = Token();
        if (token.Kind != HandleKind.FieldDefinition)
            throw new ImageRefusal("uses a field of an object outside the image");
        owner = _image.Metadata.GetFieldDefinition((FieldDefinitionHandle)token).GetDeclaringType();
        return (FieldDefinitionHandle)token;
    }

    private void LoadField()
    {
        var field = Field(out var owner);
        _stack.Pop(new Shape.Defined(owner));
        _stack.Push(_image.ShapeOf(field));
    }

    private void StoreField()
    {
        var field = Field(out var owner);
        _stack.Pop(_image.ShapeOf(field));
        var target = _stack.Pop();
        if (!_classes.Fits(target, new Shape.Defined(owner)))
            throw new ImageRefusal("sets a field of something else");
        if (!_isConstructor || !target.IsThis)
            throw new ImageRefusal("keeps state from one call to the next");
    }

    private void LoadStatic() => _stack.Push(_image.Member(Token()) is FieldInfo { IsStatic: true } field
        ? new Shape.Known(field.FieldType)
        : throw new ImageRefusal("uses a static field"));

    private void Return()
    {
        if (!_returns.Equals(Shape.Void))
            _stack.Pop(_returns);
        if (_stack.Depth != 0)
            throw new ImageRefusal("returns with values left on its stack");
        _stack.Stop();
    }
}
