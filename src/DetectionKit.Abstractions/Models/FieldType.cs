namespace DetectionKit.Abstractions.Models;

/// <summary>The type of a data-model field, and of the property that holds it.</summary>
public enum FieldType
{
    /// <summary><c>string?</c></summary>
    Text,

    /// <summary><c>long?</c></summary>
    Integer,

    /// <summary><c>double?</c></summary>
    Number,

    /// <summary><see cref="Values.IpAddress"/>; none is absent.</summary>
    Ip,

    /// <summary><see cref="Values.Timestamp"/></summary>
    Time,

    /// <summary><see cref="Values.Value"/>: text, or several texts.</summary>
    MultiText,
}
