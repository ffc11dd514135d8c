using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Mapping;

/// <summary>Makes events of a model field by field: their properties can be set only while an event is made, and this is where a table makes one.</summary>
internal static class FieldWriter<TEvent>
    where TEvent : ModelEvent
{
    private static readonly Action<TEvent, Timestamp> Time = Setter<Timestamp>(nameof(ModelEvent.Time));
    private static readonly Action<TEvent, string> Host = Setter<string>(nameof(ModelEvent.Host));
    private static readonly Action<TEvent, string> Source = Setter<string>(nameof(ModelEvent.Source));
    private static readonly Action<TEvent, string> SourceType = Setter<string>(nameof(ModelEvent.SourceType));

    /// <summary>An event with the model's defaults.</summary>
    /// <param name="origin">What it has beside its fields.</param>
    public static TEvent Make(in EventOrigin origin)
    {
        var made = Activator.CreateInstance<TEvent>();
        Time(made, origin.Time);
        Host(made, origin.Host);
        Source(made, origin.Source);
        SourceType(made, origin.SourceType);
        return made;
    }

    /// <summary>What writes a field: it converts to the field's type, and leaves the default where the value cannot be one.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The field's name.</param>
    public static Action<TEvent, Value> Of(DataModel<TEvent> model, string name)
    {
        var field = model.Find(name) ?? throw new ArgumentException($"{model.Name} has no field {name}", nameof(name));
        switch (field.Type)
        {
            case FieldType.Text:
                var text = Setter<string>(field.Member);
                return (made, value) => text(made, value.ToText());
            case FieldType.Integer:
                var integer = Setter<long?>(field.Member);
                return (made, value) =>
                {
                    if (Whole(value) is { } number)
                        integer(made, number);
                };
            case FieldType.Number:
                var real = Setter<double?>(field.Member);
                return (made, value) =>
                {
                    if (value.TryGetNumber(out var number))
                        real(made, number);
                };
            case FieldType.Ip:
                var address = Setter<IpAddress>(field.Member);
                return (made, value) =>
                {
                    if (IpAddress.TryParse(value.ToText(), out var ip))
                        address(made, ip);
                };
            case FieldType.Time:
                var time = Setter<Timestamp>(field.Member);
                return (made, value) =>
                {
                    if (value.TryGetNumber(out var seconds))
                        time(made, Timestamp.FromSeconds(seconds));
                };
            case FieldType.MultiText:
                return Setter<Value>(field.Member);
            default:
                throw new ArgumentException($"{field.Type} cannot be written", nameof(name));
        }
    }

    private static long? Whole(Value value)
    {
        if (value.TryGetInteger(out var whole))
            return whole;
        return value.TryGetNumber(out var number) && Math.Abs(number) < 9e18 ? (long)number : null;
    }

    private static Action<TEvent, T> Setter<T>(string member) =>
        typeof(TEvent).GetProperty(member)!.SetMethod!.CreateDelegate<Action<TEvent, T>>();
}
