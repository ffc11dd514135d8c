namespace DetectionKit.Abstractions.Models;

/// <summary>
/// The fields that no source gives and only a lookup of assets or identities fills, for each field of a model that names one: <c>dest_category</c>.
/// After Splunk Enterprise Security's asset and identity correlation.
/// </summary>
internal static class AssetFields
{
    private static readonly string[] Flags = ["is_expected", "requires_av", "should_timesync", "should_update"];

    /// <summary>The asset and identity fields of a model, in the order in which it names them.</summary>
    public static IEnumerable<ModelField<TEvent>> Of<TEvent>(DataModel<TEvent> model)
        where TEvent : ModelEvent
    {
        foreach (var subject in model.Assets)
        {
            foreach (var attribute in model.AssetFlags ? ["bunit", "category", "priority", .. Flags] : (IEnumerable<string>)["bunit", "category", "priority"])
                yield return One<TEvent>(subject, attribute, FieldFiller.AssetLookup);
        }

        foreach (var subject in model.Identities)
        {
            foreach (var attribute in (string[])["bunit", "category", "priority"])
                yield return One<TEvent>(subject, attribute, FieldFiller.IdentityLookup);
        }

        yield return new("cim_entity_zone", FieldType.Text, null, "EntityText(\"\", \"cim_entity_zone\")", "The zone that the event's assets are of.", e => e.Entity("", "cim_entity_zone"))
        {
            Filler = FieldFiller.AssetLookup,
        };
    }

    private static ModelField<TEvent> One<TEvent>(string subject, string attribute, FieldFiller filler)
        where TEvent : ModelEvent
    {
        var type = attribute is "category" ? FieldType.MultiText : FieldType.Text;
        var member = $"{(type is FieldType.MultiText ? "Entity" : "EntityText")}(\"{subject}\", \"{attribute}\")";
        return new($"{subject}_{attribute}", type, null, member, $"What the lookup says of {subject}: {attribute}.", e => e.Entity(subject, attribute)) { Filler = filler };
    }
}
