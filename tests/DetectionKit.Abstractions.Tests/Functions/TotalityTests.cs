using System.Reflection;
using DetectionKit.Abstractions.Tests.Values;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>No function throws, whatever a log says: a detector that throws is set aside, and who writes the log could wish for that.</summary>
internal sealed class TotalityTests
{
    private const int MostMore = 3;

    private static IEnumerable<string> Names => FunctionCalls.Names;

    [TestCaseSource(nameof(Names))]
    public void A_function_gives_something_for_all_arguments(string name)
    {
        var random = new Random(1);
        Value[] arguments = [];
        try
        {
            foreach (var first in HostileValues.All)
            {
                foreach (var second in HostileValues.All)
                {
                    arguments = [first, second, .. Enumerable.Range(0, random.Next(MostMore)).Select(_ => HostileValues.All[random.Next(HostileValues.All.Length)])];
                    _ = FunctionCalls.Of(name, arguments);
                }
            }
        }
        catch (TargetInvocationException thrown)
        {
            Assert.Fail($"{name}({string.Join(", ", arguments)}): {thrown.InnerException}");
        }
    }
}
