using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models;

/// <summary>One field of a data model.</summary>
/// <param name="Name">CIM's name, without the dataset's prefix: <c>dest_port</c>.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Default">The published text when a source does not give the field (mostly <c>unknown</c>); null: then the field is absent.</param>
/// <param name="Member">What gives it in C#, behind an event: a property, or a call. Emitted predicates read it.</param>
/// <param name="Doc">What it means, in a line.</param>
public abstract record ModelField(string Name, FieldType Type, string? Default, string Member, string Doc)
{
    /// <summary>Who gives it its value.</summary>
    public FieldFiller Filler { get; init; }
}

/// <summary>One field of a data model, with the way to read it from an event.</summary>
/// <typeparam name="TEvent">The model's event.</typeparam>
/// <param name="Name">CIM's name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Default">The published default, or null.</param>
/// <param name="Member">What gives it in C#.</param>
/// <param name="Doc">What it means.</param>
/// <param name="Read">Reads the field; the model's default is already in place.</param>
public sealed record ModelField<TEvent>(string Name, FieldType Type, string? Default, string Member, string Doc, Func<TEvent, Value> Read)
    : ModelField(Name, Type, Default, Member, Doc);
