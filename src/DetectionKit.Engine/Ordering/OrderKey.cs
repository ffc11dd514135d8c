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
    /// <param name="other">The other value's key.</param>
    public int CompareTo(OrderKey other)
    {
        if (_reading == Reading.Many || other._reading == Reading.Many)
            return ValueOrder.Auto(_value, other._value);
        if (_reading != other._reading)
            return _reading.CompareTo(other._reading);
        return _reading switch
        {
            Reading.Number => _number.CompareTo(other._number),
            Reading.Address => _address.CompareTo(other._address),
            Reading.Text => ValueOrder.Text(_value, other._value),
            _ => 0,
        };
    }
}
