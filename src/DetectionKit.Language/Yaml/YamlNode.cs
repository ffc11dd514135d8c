using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Yaml;

/// <summary>A node of a YAML document: a closed family. An alias is the node that it names.</summary>
/// <param name="Span">Where it stands, without what comes after it.</param>
public abstract record YamlNode(SourceSpan Span)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A mapping; its keys are scalars and differ.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Entries">Its entries in order.</param>
public sealed record YamlMapping(SourceSpan Span, ImmutableArray<YamlEntry> Entries) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The entry of that key, or null.</summary>
    /// <param name="key">The key, compared exactly.</param>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
                return entry;
        }

        return null;
    }
}

/// <summary>One entry of a mapping.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>A sequence.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Items">Its items in order.</param>
public sealed record YamlSequence(SourceSpan Span, ImmutableArray<YamlNode> Items) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
