using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Content;
using DetectionKit.Language.Content.Macros;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Checking;

/// <summary>What a rule is compiled against.</summary>
/// <param name="Macros">The macros.</param>
/// <param name="Lookups">The lookups' columns.</param>
/// <param name="Sources">The data sources; null: the content has none, and nothing is known of fields of raw events.</param>
/// <param name="Filled">What readers fill; null: not known.</param>
internal sealed record RuleContext(MacroLibrary Macros, LookupSchemas Lookups, DataSources? Sources = null, FilledFields? Filled = null)
{
    private readonly FrozenSet<string> _known = ((string[])
    [
        .. Sources?.AllFields ?? [],
        .. Filled?.OfRawEvents.Values.SelectMany(fields => fields) ?? [],
        .. ModelCatalogue.All.SelectMany(model => model.AllFields).Select(field => field.Name),
    ]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The fields of the raw events that a rule reads, as far as they are written down.</summary>
    public EventFields EventFieldsOf(DetectionSyntax rule)
    {
        string[] names = [.. rule.DataSources.SelectMany(source => DataSources.Parts(source.Value))];
        var areKnown = Sources is not null && names.All(name => !Sources.FieldsOf(name).IsEmpty);
        return new EventFields(areKnown ? [.. names.SelectMany(name => Sources!.FieldsOf(name)).Distinct(StringComparer.Ordinal)] : [], Sources?.BySourceType ?? FrozenDictionary<string, ImmutableArray<string>>.Empty, Sources?.CommonFields ?? [], Filled?.OfRawEvents ?? FrozenDictionary<string, FrozenSet<string>>.Empty, _known);
    }
}
