using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Ordering;

/// <summary>A value with what <see cref="ValueOrder.Auto"/> reads it as, found once: a sort compares each value many times.</summary>
internal readonly struct OrderKey
{
    private readonly Reading _reading;
    private readonly double _number;
    private readonly IpAddress _address;
    private readonly Value _value;

    /// <summary>The key of a value.</summary>
    /// <param name="value">The value.</param>
    public OrderKey(Value value)
    {
        _value = value;
        if (value.IsNull)
            _reading = Reading.Absent;
        else if (value.Kind == ValueKind.Multi)
            _reading = Reading.Many;
        else if (value.TryGetNumber(out _number))
            _reading = Reading.Number;
        else
            _reading = IpAddress.TryParse(value.ToText(), out _address) ? Reading.Address : Reading.Text;
    }

    private enum Reading
    {
        Number,
        Address,
        Text,
        Absent,
        Many,
    }

    /// <summary>As <see cref="ValueOrder.Auto"/> of the two values.</summary>
    /// <param name="a">A value's key.</param>
    /// <param name="b">Another's.</param>
    public static int Compare(in OrderKey a, in OrderKey b)
    {
        if (a._reading == Reading.Many || b._reading == Reading.Many)
            return ValueOrder.Auto(a._value, b._value);
        if (a._reading != b._reading)
            return a._reading.CompareTo(b._reading);
        return a._reading switch
        {
            Reading.Number => a._number.CompareTo(b._number),
            Reading.Address => a._address.CompareTo(b._address),
            Reading.Text => ValueOrder.Text(a._value, b._value),
            _ => 0,
        };
    }
}
