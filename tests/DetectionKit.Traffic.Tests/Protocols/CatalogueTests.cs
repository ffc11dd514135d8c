using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Tests.Protocols;

/// <summary>The catalogues are written by the names of files; a class whose file is called otherwise would be left out.</summary>
public sealed class CatalogueTests
{
    [Test]
    public void Every_identifier_is_in_the_catalogue() =>
        Assert.That(IdentifierCatalogue.All.Identifiers.Select(one => one.GetType()), Is.EquivalentTo(Concrete(typeof(Identifier))));

    [Test]
    public void Every_followers_factory_is_in_the_catalogue() =>
        Assert.That(FollowerCatalogue.All.Values.Select(one => one.GetType()), Is.EquivalentTo(Concrete(typeof(FollowerFactory))));

    private static IEnumerable<Type> Concrete(Type kind) => kind.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(kind));
}
