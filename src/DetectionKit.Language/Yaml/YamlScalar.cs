using System.Collections.Immutable;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml.Scalars;

namespace DetectionKit.Language.Yaml;

/// <summary>A scalar with its content and, made when asked for, the way from each unit of the content back into the file.</summary>
/// <param name="Span">Where it stands, indicators and quotes with it.</param>
/// <param name="Value">Its content.</param>
/// <param name="Style">How it is written.</param>
public sealed record YamlScalar(SourceSpan Span, string Value, YamlScalarStyle Style) : YamlNode(Span)
{
    private readonly Lazy<ImmutableArray<int>> _offsets = new(() => ScalarMap.Of(Span, Value, Style));

    /// <inheritdoc/>
    public override string Kind => "a text";

    /// <summary>Whether this is YAML's null: nothing at all, <c>~</c> or <c>null</c>, without quotes.</summary>
    public bool IsNull => Style == YamlScalarStyle.Plain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>For each UTF-16 unit of the content, and for the place behind the last: its offset in the file. Ascending.</summary>
    public ImmutableArray<int> Offsets => _offsets.Value;

    /// <summary>Where a stretch of the content stands in the file.</summary>
    /// <param name="span">A stretch of <see cref="Value"/>.</param>
    public SourceSpan Locate(TextSpan span) => new(Span.Source, TextSpan.FromBounds(Offsets[span.Start], Offsets[span.End]));

    /// <summary>The content as a search without macros.</summary>
    public SearchText ToSearchText() => new(Value, [new SearchTextSegment(0, Value.Length, Span.Source, Offsets, [])]);

    /// <inheritdoc/>
    public bool Equals(YamlScalar? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
