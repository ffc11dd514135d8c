namespace DetectionKit.Abstractions.Values;

/// <summary>What a <see cref="Value"/> holds.</summary>
public enum ValueKind : byte
{
    /// <summary>Nothing: the field is absent.</summary>
    Null,

    /// <summary>A whole number (64 bits, signed).</summary>
    Integer,

    /// <summary>A floating-point number.</summary>
    Number,

    /// <summary>Text, possibly empty.</summary>
    Text,

    /// <summary>Two or more values of one field, in order.</summary>
    Multi,
}
