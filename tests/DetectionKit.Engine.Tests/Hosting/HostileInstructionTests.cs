using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Hosting.Policy;
using DetectionKit.Engine.Tests.Support;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace DetectionKit.Engine.Tests.Hosting;

/// <summary>Images that no C# compiler writes: each breaks one rule of type-safe IL, and is refused.</summary>
public sealed class HostileInstructionTests
{
    private const string Victim = "public class P { public int Number; public string Text; public static string Go(P p, string s, long n) => s; public static object Array() => new string[1]; }";

    private static readonly Dictionary<string, (Action<ILProcessor, Names> Write, string Problem)> Bodies = new(StringComparer.Ordinal)
    {
        ["a number for a string"] = ((il, _) => il.Write(OpCodes.Ldc_I4_1, OpCodes.Ret), "has Int32 where String is needed"),
        ["a long for a string"] = ((il, _) => il.Write(OpCodes.Ldarg_2, OpCodes.Ret), "has Int64 where String is needed"),
        ["one class for another"] = ((il, _) => il.Write(OpCodes.Ldarg_0, OpCodes.Ret), "has a class of the image where String is needed"),
        ["a string's field"] = ((il, names) => { il.Write(OpCodes.Ldarg_1); il.Emit(OpCodes.Ldfld, names.Field); il.Write(OpCodes.Ret); }, "has String where a class of the image is needed"),
        ["nothing on the stack"] = ((il, _) => il.Write(OpCodes.Ret), "takes from an empty stack"),
        ["too much on the stack"] = ((il, _) => il.Write(OpCodes.Ldarg_1, OpCodes.Ldarg_1, OpCodes.Ret), "returns with values left on its stack"),
        ["no end"] = ((il, _) => il.Write(OpCodes.Ldarg_1, OpCodes.Pop), "runs past its end"),
        ["an unknown argument"] = ((il, _) => il.Write(OpCodes.Ldarg_3, OpCodes.Ret), "uses an argument that is not there"),
        ["an unknown local"] = ((il, _) => il.Write(OpCodes.Ldloc_3, OpCodes.Ret), "uses a local that is not there"),
        ["two kinds meet"] = ((il, _) =>
        {
            var other = il.Create(OpCodes.Ldarg_2);
            var end = il.Create(OpCodes.Pop);
            il.Write(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Brtrue, other);
            il.Write(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Br, end);
            il.Append(other);
            il.Append(end);
            il.Write(OpCodes.Ldarg_1, OpCodes.Ret);
        }, "has two kinds of values where two ways meet"),
        ["two heights meet"] = ((il, _) =>
        {
            var end = il.Create(OpCodes.Ldarg_1);
            il.Write(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Brtrue, end);
            il.Write(OpCodes.Ldarg_1);
            il.Append(end);
            il.Write(OpCodes.Ret);
        }, "has stacks of two heights where two ways meet"),
        ["a way back"] = ((il, _) =>
        {
            var start = il.Create(OpCodes.Nop);
            il.Append(start);
            il.Emit(OpCodes.Br, start);
        }, "jumps back"),
        ["code that nothing reaches"] = ((il, _) => il.Write(OpCodes.Ldarg_1, OpCodes.Ret, OpCodes.Nop), "loops, or holds code that nothing reaches"),
        ["a call through a pointer"] = ((il, _) => { il.Write(OpCodes.Ldarg_1, OpCodes.Ldarg_2); il.Emit(OpCodes.Calli, new CallSite(il.Body.Method.ReturnType)); il.Write(OpCodes.Ret); }, "uses the instruction calli"),
        ["memory of its own"] = ((il, _) => il.Write(OpCodes.Ldc_I4_8, OpCodes.Localloc, OpCodes.Pop, OpCodes.Ldarg_1, OpCodes.Ret), "uses the instruction localloc"),
        ["a copy of memory"] = ((il, _) => il.Write(OpCodes.Ldarg_1, OpCodes.Ldarg_1, OpCodes.Ldc_I4_8, OpCodes.Cpblk, OpCodes.Ldarg_1, OpCodes.Ret), "uses the instruction cpblk"),
        ["an address made of a number"] = ((il, _) => il.Write(OpCodes.Ldarg_2, OpCodes.Ldind_Ref, OpCodes.Ret), "has Int64 where Pointer is needed"),
        ["a call in the place of a return"] = ((il, names) => { il.Write(OpCodes.Ldarg_1, OpCodes.Tail); il.Emit(OpCodes.Call, names.Array); il.Write(OpCodes.Ret); }, "uses the instruction tail"),
        ["a table of jumps"] = ((il, _) => { var end = il.Create(OpCodes.Ldarg_1); il.Write(OpCodes.Ldc_I4_0); il.Emit(OpCodes.Switch, new[] { end, end }); il.Append(end); il.Write(OpCodes.Ret); }, "uses the instruction switch"),
        ["a cast"] = ((il, names) => { il.Write(OpCodes.Ldarg_0); il.Emit(OpCodes.Castclass, names.Text); il.Write(OpCodes.Ret); }, "uses the instruction castclass"),
        ["a value in a box"] = ((il, names) => { il.Write(OpCodes.Ldarg_2); il.Emit(OpCodes.Box, names.Value); il.Write(OpCodes.Pop, OpCodes.Ldarg_1, OpCodes.Ret); }, "uses the instruction box"),
        ["a type as an object"] = ((il, names) => { il.Emit(OpCodes.Ldtoken, names.Text); il.Write(OpCodes.Pop, OpCodes.Ldarg_1, OpCodes.Ret); }, "uses the instruction ldtoken"),
        ["memory that is not aligned"] = ((il, names) => { il.Write(OpCodes.Ldarg_0); il.Emit(OpCodes.Unaligned, (byte)1); il.Emit(OpCodes.Ldfld, names.Field); il.Write(OpCodes.Ret); }, "uses the instruction unaligned"),
        ["a method found by its object"] = ((il, names) => { il.Write(OpCodes.Ldarg_0); il.Emit(OpCodes.Ldvirtftn, names.Array); il.Write(OpCodes.Pop, OpCodes.Ldarg_1, OpCodes.Ret); }, "uses the instruction ldvirtftn"),
        ["a filter's end"] = ((il, _) => il.Write(OpCodes.Ldc_I4_0, OpCodes.Endfilter), "uses the instruction endfilter"),
        ["a throw"] = ((il, _) => il.Write(OpCodes.Ldnull, OpCodes.Throw), "uses the instruction throw"),
        ["a jump to another method"] = ((il, names) => il.Emit(OpCodes.Jmp, names.Array), "uses the instruction jmp"),
        ["an array of unknown length"] = ((il, names) => { il.Write(OpCodes.Ldc_I4_1, OpCodes.Ldc_I4_1, OpCodes.Add); il.Emit(OpCodes.Newarr, names.Text); il.Write(OpCodes.Pop, OpCodes.Ldarg_1, OpCodes.Ret); }, "makes an array of a length that is not known or too large"),
        ["a constructor for a delegate"] = ((il, names) => { il.Emit(OpCodes.Ldftn, names.Constructor); il.Write(OpCodes.Pop, OpCodes.Ldarg_1, OpCodes.Ret); }, "makes a delegate of a constructor"),
        ["a jump for each of a thousand values"] = ((il, _) =>
        {
            for (var i = 0; i < 1500; i++)
                il.Emit(OpCodes.Ldarg_1);
            var end = il.Create(OpCodes.Nop);
            for (var i = 0; i < 1500; i++)
            {
                il.Emit(OpCodes.Ldarg_1);
                il.Emit(OpCodes.Brtrue, end);
            }

            il.Append(end);
            for (var i = 0; i < 1499; i++)
                il.Emit(OpCodes.Pop);
            il.Emit(OpCodes.Ret);
        }, "jumps too often"),
        ["an object in an array of values"] = ((il, names) => { il.Write(OpCodes.Ldc_I4_1); il.Emit(OpCodes.Newarr, names.Value); il.Write(OpCodes.Ldc_I4_0, OpCodes.Ldarg_1, OpCodes.Stelem_Ref, OpCodes.Ldarg_1, OpCodes.Ret); }, "puts an object into something that is no array of objects"),
    };

    private static IEnumerable<string> Cases => Bodies.Keys;

    [TestCaseSource(nameof(Cases))]
    public void Is_refused(string name)
    {
        var (write, problem) = Bodies[name];
        Assert.That(ImagePolicy.Judge(Rewrite(write)), Is.EqualTo([$"P.Go {problem}"]));
    }

    [Test]
    public void The_method_as_compiled_is_taken() => Assert.That(ImagePolicy.Judge(Rewrite((il, _) => il.Write(OpCodes.Ldarg_1, OpCodes.Ret))), Is.Empty);

    [Test]
    public void A_local_that_nobody_cleared_is_refused() => Assert.That(
        ImagePolicy.Judge(Rewrite((il, names) =>
        {
            il.Body.Variables.Add(new(names.Text));
            il.Body.InitLocals = false;
            il.Write(OpCodes.Ldloc_0, OpCodes.Ret);
        })),
        Is.EqualTo(["P.Go reads memory that nobody wrote"]));

    [TestCase(MethodAttributes.RTSpecialName | MethodAttributes.SpecialName, "Void", false)]
    [TestCase(MethodAttributes.Virtual, "Void", true)]
    [TestCase(MethodAttributes.Public, "String", true)]
    public void What_is_named_like_a_constructor_is_one(MethodAttributes change, string returns, bool isKept)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(Images.Compile($"{Images.Detector} {Victim}")));
        var constructor = assembly.MainModule.GetType("P").Methods.Single(method => method.Name is ".ctor");
        constructor.Attributes = isKept ? constructor.Attributes | change | MethodAttributes.NewSlot : constructor.Attributes & ~change;
        if (returns is "String")
            constructor.ReturnType = assembly.MainModule.TypeSystem.String;
        using var image = new MemoryStream();
        assembly.Write(image);
        Assert.That(ImagePolicy.Judge(image.ToArray()), Does.Contain("P has a method that is named like a constructor and is none"));
    }

    private static byte[] Rewrite(Action<ILProcessor, Names> write)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(Images.Compile($"{Images.Detector} {Victim}")));
        var type = assembly.MainModule.GetType("P");
        var method = type.Methods.Single(method => method.Name is "Go");
        method.Body.Instructions.Clear();
        write(method.Body.GetILProcessor(), new(
            type.Fields.Single(field => field.Name is "Text"),
            type.Methods.Single(method => method.Name is "Array"),
            type.Methods.Single(method => method.Name is ".ctor"),
            assembly.MainModule.TypeSystem.String,
            new TypeReference("DetectionKit.Abstractions.Values", nameof(Value), assembly.MainModule, assembly.MainModule.AssemblyReferences.Single(reference => reference.Name is "DetectionKit.Abstractions"), valueType: true)));
        using var image = new MemoryStream();
        assembly.Write(image);
        return image.ToArray();
    }

    private sealed record Names(FieldReference Field, MethodReference Array, MethodReference Constructor, TypeReference Text, TypeReference Value);
}

file static class Writing
{
    public static void Write(this ILProcessor il, params ReadOnlySpan<OpCode> codes)
    {
        foreach (var code in codes)
            il.Emit(code);
    }
}
