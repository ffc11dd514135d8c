using Mono.Cecil;
using Mono.Cecil.Cil;

namespace DetectionKit.Architecture.Tests;

/// <summary>The path of every packet: no LINQ, which allocates for each call. Tables that are made once, in static constructors, may use it.</summary>
public sealed class HotPathTests
{
    [TestCase("Capture")]
    [TestCase("Packets")]
    [TestCase("Flows")]
    public void There_is_no_LINQ_where_every_packet_passes(string folder)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, "DetectionKit.Traffic.dll"));
        var prefix = $"DetectionKit.Traffic.{folder}";
        var methods = assembly.MainModule.GetTypes().Where(type => NamespaceOf(type).StartsWith(prefix, StringComparison.Ordinal)).SelectMany(type => type.Methods).ToList();
        Assert.That(methods, Is.Not.Empty);
        Assert.That(methods.Where(UsesLinq).Select(method => method.FullName), Is.Empty);
    }

    private static bool UsesLinq(MethodDefinition method) =>
        method.HasBody
        && !(method.IsConstructor && method.IsStatic)
        && method.Body.Instructions.Any(instruction => instruction.OpCode.Code == Code.Call && instruction.Operand is MethodReference { DeclaringType.FullName: "System.Linq.Enumerable" });

    private static string NamespaceOf(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace;
    }
}
