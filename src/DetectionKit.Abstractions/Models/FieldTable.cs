using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models;

/// <summary>Makes a model's table of fields from the marked properties of its event's class.</summary>
internal static class FieldTable
{
    /// <summary>The fields in the order of the class, and behind them those that a lookup of assets and identities fills.</summary>
    public static ImmutableArray<ModelField<TEvent>> Of<TEvent>(DataModel<TEvent> model)
        where TEvent : ModelEvent
    {
        var blank = Activator.CreateInstance<TEvent>();
        var own = typeof(TEvent).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .OrderBy(property => property.MetadataToken)
            .Select(property => (property, mark: property.GetCustomAttribute<FieldAttribute>()))
            .Where(pair => pair.mark is not null)
            .Select(pair => Own<TEvent>(pair.property, pair.mark!, blank));
        return [.. own, .. AssetFields.Of(model)];
    }

    private static ModelField<TEvent> Own<TEvent>(PropertyInfo property, FieldAttribute mark, TEvent blank)
        where TEvent : ModelEvent
    {
        var (type, read) = ReaderOf<TEvent>(property);
        var byDefault = read(blank);
        return new(mark.Name ?? CimName(property.Name), type, byDefault.IsNull ? null : byDefault.ToText(), property.Name, mark.Doc, read);
    }

    private static (FieldType Type, Func<TEvent, Value> Read) ReaderOf<TEvent>(PropertyInfo property)
    {
        if (property.PropertyType == typeof(string))
            return (FieldType.Text, Reader<TEvent, string?>(property, Value.Of));
        if (property.PropertyType == typeof(long?))
            return (FieldType.Integer, Reader<TEvent, long?>(property, Value.Of));
        if (property.PropertyType == typeof(double?))
            return (FieldType.Number, Reader<TEvent, double?>(property, Value.Of));
        if (property.PropertyType == typeof(IpAddress))
            return (FieldType.Ip, Reader<TEvent, IpAddress>(property, Value.Of));
        if (property.PropertyType == typeof(Value))
            return (FieldType.MultiText, property.GetMethod!.CreateDelegate<Func<TEvent, Value>>());
        throw new NotSupportedException($"{property.DeclaringType}.{property.Name}: no field has this type");
    }

    private static Func<TEvent, Value> Reader<TEvent, T>(PropertyInfo property, Func<T, Value> wrap)
    {
        var get = property.GetMethod!.CreateDelegate<Func<TEvent, T>>();
        return e => wrap(get(e));
    }

    // DestPort: dest_port.
    private static string CimName(string property)
    {
        var name = new StringBuilder(property.Length + 4);
        foreach (var c in property)
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }
}
