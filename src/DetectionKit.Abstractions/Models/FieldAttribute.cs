namespace DetectionKit.Abstractions.Models;

/// <summary>
/// Marks a property of an event's class as a field of its data model: the property's type is the field's, its value in a new event the published default,
/// and its name, in lower case with underscores, CIM's.
/// </summary>
/// <param name="doc">What the field means, in a line.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string doc) : Attribute
{
    /// <summary>What the field means.</summary>
    public string Doc => doc;

    /// <summary>CIM's name, where it is not that of the property.</summary>
    public string? Name { get; init; }
}
