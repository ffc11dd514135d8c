using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Mapping;

/// <summary>One line of a table: a model's field, and where a source's record has it.</summary>
/// <param name="Field">The model's name for it.</param>
/// <param name="From">The source's fields; the first that is there is taken. For a computed line, what it reads.</param>
/// <param name="Read">Takes the value from a record; absent: the model's default stays.</param>
public sealed record FieldMap(string Field, ImmutableArray<string> From, Func<LogRecord, Value> Read)
{
    /// <summary>The value as it is.</summary>
    /// <param name="field">The model's field.</param>
    /// <param name="from">The source's fields; the first that is there is taken.</param>
    public static FieldMap Of(string field, params ImmutableArray<string> from) => new(field, from, record => First(record, from));

    /// <summary>The value after a conversion.</summary>
    /// <param name="field">The model's field.</param>
    /// <param name="convert">The conversion; it is not given absent values.</param>
    /// <param name="from">The source's fields; the first that is there is taken.</param>
    public static FieldMap Of(string field, Func<Value, Value> convert, params ImmutableArray<string> from) =>
        new(field, from, record => First(record, from) is { IsNull: false } value ? convert(value) : default);

    /// <summary>The same text for every record.</summary>
    /// <param name="field">The model's field.</param>
    /// <param name="text">The text.</param>
    public static FieldMap Constant(string field, string text)
    {
        var value = Value.Of(text);
        return new(field, [], _ => value);
    }

    /// <summary>Lines for fields that records have under the model's names.</summary>
    /// <param name="fields">The fields.</param>
    public static ImmutableArray<FieldMap> Same(params string[] fields) => [.. fields.Select(field => Of(field, field))];

    /// <summary>The tags that the source's event types give.</summary>
    /// <param name="tags">The tags.</param>
    public static FieldMap Tags(params string[] tags)
    {
        var value = Value.OfMany(tags.Select(tag => Value.Of(tag)));
        return new("tag", [], _ => value);
    }

    /// <summary>The sum of fields, as far as they are there.</summary>
    /// <param name="field">The model's field.</param>
    /// <param name="from">The lines whose values are added.</param>
    public static FieldMap Sum(string field, params ImmutableArray<FieldMap> from) => new(field, [.. from.SelectMany(line => line.From)], record =>
    {
        long? sum = null;
        foreach (var line in from)
        {
            if (line.Read(record).TryGetInteger(out var number))
                sum = unchecked((sum ?? 0) + number);
        }

        return Value.Of(sum);
    });

    /// <summary>All names that lines name.</summary>
    /// <param name="lines">The lines.</param>
    public static IEnumerable<string> NamesOf(IEnumerable<FieldMap> lines) => lines.SelectMany(line => line.From.Prepend(line.Field));

    private static Value First(LogRecord record, ImmutableArray<string> from)
    {
        foreach (var name in from)
        {
            var value = record[name];
            if (!value.IsNull)
                return value;
        }

        return default;
    }
}
