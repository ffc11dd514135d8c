using System.Collections.Immutable;
using DetectionKit.Logs.Reading;

namespace DetectionKit.Logs;

/// <summary>
/// One source of logs: a product, or a format that many products write. A class with a parameterless constructor in a folder of its own;
/// <see cref="LogSourceCatalogue"/> finds it. Holds no state: one instance reads many inputs.
/// </summary>
public abstract class LogSource
{
    /// <summary>What people call it, in lower case: <c>zeek</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What its records can be. A reader of JSON or CSV looks here for the kind of a record that another source's product wrote.</summary>
    public abstract ImmutableArray<RecordKind> Kinds { get; }

    /// <summary>How surely the input is this source's, from its first bytes alone. Never, where its records come as JSON, CSV or key=value: then the reader of that format reads them.</summary>
    /// <param name="head">The input's begin.</param>
    public virtual Likeness Recognise(LogHead head) => Likeness.None;

    /// <summary>Reads the input to its end: what is not a record is counted, never thrown.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="records">Takes the records and the counts.</param>
    public virtual void Read(LogInput input, RecordSink records) => throw new NotSupportedException($"{Name} has no format of its own");
}

/// <summary>How surely an input is a source's. The surest source reads it.</summary>
public enum Likeness
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Any text: the reader of last resort.</summary>
    Text,

    /// <summary>A common format that a more particular source may know better: JSON, CSV, key=value.</summary>
    Format,

    /// <summary>The shape of the source's own records.</summary>
    Shape,

    /// <summary>A signature that nothing else has.</summary>
    Signature,
}
