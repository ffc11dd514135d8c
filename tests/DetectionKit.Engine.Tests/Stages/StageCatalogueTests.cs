using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Stages;

namespace DetectionKit.Engine.Tests.Stages;

public sealed class StageCatalogueTests
{
    [Test]
    public void Every_stage_of_the_contract_has_an_executor_and_a_folder_of_its_name()
    {
        var specs = typeof(StageSpec).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(StageSpec)));
        var expected = specs.Select(type => Folder(type.Name)).Order(StringComparer.Ordinal);
        var actual = StageCatalogue.All.Values.Select(executor => executor.GetType().Namespace!.Split('.')[^1]).Order(StringComparer.Ordinal);
        Assert.That(actual, Is.EqualTo(expected));

        static string Folder(string spec) => spec[..^"Spec".Length];
    }
}
