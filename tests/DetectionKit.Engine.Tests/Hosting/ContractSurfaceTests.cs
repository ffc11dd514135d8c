using System.Collections.Immutable;
using System.Reflection;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Engine.Hosting.Policy;

namespace DetectionKit.Engine.Tests.Hosting;

/// <summary>What images may reach of the contract gives them nothing that they could change, and changes nothing.</summary>
public sealed class ContractSurfaceTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly ImmutableArray<MemberInfo> Reachable =
        [.. typeof(IDetector).Assembly.GetExportedTypes().Where(type => !type.IsGenericTypeDefinition).SelectMany(type => type.GetMembers(Public)).Where(member => member is MethodBase or FieldInfo && AllowedMembers.Contains(member))];

    [Test]
    public void Nothing_gives_an_array_or_a_place() => Assert.That(Named(Reachable.Where(member => Given(member) is { IsArray: true } or { IsByRef: true } or { IsPointer: true })), Is.Empty);

    [Test]
    public void Nothing_sets_what_is_shared() => Assert.That(
        Named(Reachable.OfType<MethodInfo>().Where(method => method.Name.StartsWith("set_", StringComparison.Ordinal) || method.Name.StartsWith("add_", StringComparison.Ordinal) || method.ReturnType == typeof(void))), Is.Empty);

    [Test]
    public void Rows_are_handed_on_to_functions_that_give_them_back_as_they_were() => Assert.That(
        string.Join(" ", Named(Reachable.OfType<MethodInfo>().Where(method => method.IsStatic && Array.Exists(method.GetParameters(), parameter => parameter.ParameterType == typeof(Row))))),
        Is.EqualTo("ColumnTemplate.Fill ItemFunctions.Filter ItemFunctions.Map Search.Found Search.Mentions"));

    private static Type? Given(MemberInfo member) => member switch
    {
        MethodInfo method => method.ReturnType,
        FieldInfo field => field.FieldType,
        _ => null,
    };

    private static IEnumerable<string> Named(IEnumerable<MemberInfo> members) => members.Select(member => $"{member.DeclaringType!.Name}.{member.Name}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
