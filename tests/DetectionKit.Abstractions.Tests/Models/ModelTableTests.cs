using System.Reflection;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.Endpoint;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Tests.Models;

/// <summary>The tables of data models, which reflection makes from the events' classes.</summary>
public sealed class ModelTableTests
{
    private static IEnumerable<DataModel> All => ModelCatalogue.All;

    [TestCaseSource(nameof(All))]
    public void Every_property_of_an_event_is_a_field_with_words(DataModel model)
    {
        var own = model.EventType.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        Assert.That(own.Where(property => property.GetCustomAttribute<FieldAttribute>() is null).Select(property => property.Name), Is.Empty);
        Assert.That(model.AllFields.Where(field => !field.Doc.EndsWith('.')).Select(field => field.Name), Is.Empty);
    }

    [TestCaseSource(nameof(All))]
    public void Names_are_unique_and_of_the_form_of_the_manual(DataModel model)
    {
        Assert.That(model.AllFields.Select(field => field.Name), Is.Unique);
        // Identities have some of theirs in camel case (startDate, managedBy).
        Assert.That(model.AllFields.Select(field => field.Name), Has.All.Match(model.Name is "Identity_Management" ? "^[a-z_][A-Za-z0-9_.]*$" : "^[a-z_][a-z0-9_.]*$"));
    }

    [TestCaseSource(nameof(All))]
    public void Datasets_below_the_root_narrow_by_fields_that_there_are(DataModel model)
    {
        var wrong = model.Children.Where(child => child.Field is { } field && (model.Find(field) is null || child.Values.IsEmpty));
        Assert.That(wrong.Select(child => child.Path), Is.Empty);
    }

    [TestCaseSource(nameof(All))]
    public void What_names_assets_and_users_is_a_field_itself_or_another_lookups(DataModel model) =>
        Assert.That(model.Assets.Concat(model.Identities), Is.Unique);

    [Test]
    public void A_field_takes_type_default_and_name_from_its_property()
    {
        var model = NetworkTraffic.Model;
        Assert.That(model.Find("dest_port"), Is.EqualTo(model.Fields.Single(field => field.Member is nameof(NetworkTraffic.DestPort))));
        Assert.That(model.Find("dest_port")!.Type, Is.EqualTo(FieldType.Integer));
        Assert.That(model.Find("app")!.Default, Is.EqualTo("unknown"));
        Assert.That(model.Find("bytes")!.Default, Is.Null);
        Assert.That(EndpointPort.Model.Find("src_port")!.Default, Is.EqualTo("0"));
    }

    [Test]
    public void A_field_is_read_from_an_event()
    {
        var flow = new NetworkTraffic { Time = default, DestPort = 443, Dest = "web01", Entities = new Known() };
        Assert.That(NetworkTraffic.Model.Read(flow, "dest_port").ToText(), Is.EqualTo("443"));
        Assert.That(NetworkTraffic.Model.Read(flow, "dest_category").ToText(), Is.EqualTo("web01 category"));
        Assert.That(flow.EntityText("dest", "priority"), Is.EqualTo("web01 priority"));
        Assert.That(NetworkTraffic.Model.Read(flow, "nothing").IsNull);
    }

    [Test]
    public void Without_a_directory_nothing_is_known_of_assets()
    {
        var flow = new NetworkTraffic { Time = default, Dest = "web01" };
        Assert.That(flow.Entity("dest", "category").IsNull);
        Assert.That(flow.EntityText("dest", "priority"), Is.Null);
    }

    [TestCase("Endpoint", "Processes", ExpectedResult = "Processes")]
    [TestCase("Authentication", "Failed_Authentication", ExpectedResult = "Authentication")]
    [TestCase("Change", "All_Changes.Account_Management", ExpectedResult = "All_Changes")]
    [TestCase("Change", "Nothing", ExpectedResult = null)]
    public string? A_dataset_is_found_by_its_name_or_its_childs(string model, string dataset) => ModelCatalogue.Find(model, dataset)?.Dataset;

    private sealed class Known : IEntityDirectory
    {
        public Value Find(Value entity, string attribute) => Value.Of($"{entity.ToText()} {attribute}");
    }
}
