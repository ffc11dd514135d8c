using DetectionKit.Abstractions.Models;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Compiler.Emit.Predicates;

/// <summary>How C# reads a field: a typed property, an event's field by name, a row's column.</summary>
internal sealed class FieldAccess : FieldVisitor<string>
{
    private static readonly FieldAccess Instance = new();

    /// <summary>The field under its own type.</summary>
    public static string Typed(FieldSymbol field) => field.Accept(Instance);

    /// <summary>The field as a <c>Value</c>.</summary>
    public static string Value(FieldSymbol field) =>
        field.Type is null or FieldType.MultiText ? Typed(field) : $"Value.Of({Typed(field)})";

    /// <summary>The field as the search operators take it: text stays text.</summary>
    public static string Searched(FieldSymbol field) => field.Type is FieldType.Text ? Typed(field) : Value(field);

    /// <inheritdoc/>
    public override string VisitModelField(FieldSymbol.OfModel field) => "e." + field.Field.Member;

    /// <inheritdoc/>
    public override string VisitEventField(FieldSymbol.OfEvent field) => "e." + field.Member;

    /// <inheritdoc/>
    public override string VisitRawField(FieldSymbol.OfRaw field) => $"e[{Literals.Of(field.Name)}]";

    /// <inheritdoc/>
    public override string VisitColumn(FieldSymbol.Column field) => $"row[{Literals.Of(field.Name)}]";
}
