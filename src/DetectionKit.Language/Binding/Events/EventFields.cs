using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DetectionKit.Language.Binding.Events;

/// <summary>The names of raw events' fields, as far as they are written down somewhere. Immutable.</summary>
/// <param name="Own">The fields that a rule's own data sources list; empty: not known.</param>
/// <param name="BySourceType">The fields that data sources list, by their source type in lower case.</param>
/// <param name="Common">The fields that several data sources list: what is meant where a rule's own are not known.</param>
/// <param name="Read">The fields that readers' tables name, by source type: not all that there are.</param>
/// <param name="Known">The names that any data source, reader or data model has: a name among them misspells nothing.</param>
public sealed record EventFields(ImmutableArray<string> Own, FrozenDictionary<string, ImmutableArray<string>> BySourceType, ImmutableArray<string> Common, FrozenDictionary<string, FrozenSet<string>> Read, FrozenSet<string> Known);
