using DetectionKit.Abstractions.Models;

namespace DetectionKit.Language.Plan.Symbols;

/// <summary>A field that a condition or an expression reads, bound to where it is: a closed family.</summary>
/// <param name="Name">Its name there, without a dataset's prefix.</param>
public abstract record FieldSymbol(string Name)
{
    /// <summary>What it holds where that is known before the run; null: any value.</summary>
    public abstract FieldType? Type { get; }

    /// <summary>A field of a data model's typed event.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Field">The field; its <see cref="ModelField.Member"/> is the property to read.</param>
    public sealed record OfModel(DataModel Model, ModelField Field) : FieldSymbol(Field.Name)
    {
        /// <inheritdoc/>
        public override FieldType? Type => Field.Type;

        /// <inheritdoc/>
        public override T Accept<T>(FieldVisitor<T> visitor) => visitor.VisitModelField(this);
    }

    /// <summary>What every typed event has: <c>_time host source sourcetype</c>.</summary>
    /// <param name="Name">One of the four.</param>
    /// <param name="Member">The property of <see cref="ModelEvent"/>.</param>
    public sealed record OfEvent(string Name, string Member) : FieldSymbol(Name)
    {
        /// <inheritdoc/>
        public override FieldType? Type => string.Equals(Member, nameof(ModelEvent.Time), StringComparison.Ordinal) ? FieldType.Time : FieldType.Text;

        /// <inheritdoc/>
        public override T Accept<T>(FieldVisitor<T> visitor) => visitor.VisitEventField(this);
    }

    /// <summary>A field of a raw event, read by name.</summary>
    /// <param name="Name">The source's own name.</param>
    public sealed record OfRaw(string Name) : FieldSymbol(Name)
    {
        /// <inheritdoc/>
        public override FieldType? Type => null;

        /// <inheritdoc/>
        public override T Accept<T>(FieldVisitor<T> visitor) => visitor.VisitRawField(this);
    }

    /// <summary>A column of a row between two stages.</summary>
    /// <param name="Name">The column.</param>
    public sealed record Column(string Name) : FieldSymbol(Name)
    {
        /// <inheritdoc/>
        public override FieldType? Type => null;

        /// <inheritdoc/>
        public override T Accept<T>(FieldVisitor<T> visitor) => visitor.VisitColumn(this);
    }

    /// <summary>Calls the visitor's method for this kind of field.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="visitor">The visitor.</param>
    public abstract T Accept<T>(FieldVisitor<T> visitor);
}

/// <summary>One method for each kind of field.</summary>
/// <typeparam name="T">What they give.</typeparam>
public abstract class FieldVisitor<T>
{
    /// <summary>A field of a typed event.</summary>
    /// <param name="field">The field.</param>
    public abstract T VisitModelField(FieldSymbol.OfModel field);

    /// <summary>A field that every typed event has.</summary>
    /// <param name="field">The field.</param>
    public abstract T VisitEventField(FieldSymbol.OfEvent field);

    /// <summary>A field of a raw event.</summary>
    /// <param name="field">The field.</param>
    public abstract T VisitRawField(FieldSymbol.OfRaw field);

    /// <summary>A column of a row.</summary>
    /// <param name="field">The column.</param>
    public abstract T VisitColumn(FieldSymbol.Column field);
}
