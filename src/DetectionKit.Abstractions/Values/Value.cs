using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DetectionKit.Abstractions.Values;

/// <summary>
/// What a field of a row holds: nothing, a number, text, or several values (a multivalue field).
/// SPL has no Boolean values in fields; predicates are <c>bool?</c>, where null is "not known" (a comparison with an absent field).
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly object? _reference;
    private readonly long _bits;

    private Value(ValueKind kind, long bits, object? reference)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    /// <summary>The absent value.</summary>
    public static Value Null => default;

    /// <summary>Which of the kinds this is.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether the value is absent.</summary>
    public bool IsNull => Kind == ValueKind.Null;

    /// <summary>Whether this is an integer or a floating-point number (text that looks like one is not).</summary>
    public bool IsNumeric => Kind is ValueKind.Integer or ValueKind.Number;

    /// <summary>How many values there are: 0 when absent, the number of items of a multivalue, else 1.</summary>
    public int Count => Kind switch { ValueKind.Null => 0, ValueKind.Multi => Items.Length, _ => 1 };

    /// <summary>The items of a multivalue; a single value as an array of one; nothing when absent.</summary>
    public ImmutableArray<Value> Items => Kind switch
    {
        ValueKind.Null => [],
        ValueKind.Multi => ImmutableArrayOf((Value[])_reference!),
        _ => [this],
    };

    /// <summary>As <see cref="Items"/>, for a loop over them: nothing is made for it.</summary>
    /// <returns>The items, valid as long as this value stands where it stands.</returns>
    [UnscopedRef]
    public ReadOnlySpan<Value> AsSpan() => Kind switch
    {
        ValueKind.Null => default,
        ValueKind.Multi => (Value[])_reference!,
        _ => new ReadOnlySpan<Value>(in this),
    };

    /// <summary>Text; a null reference is the absent value.</summary>
    /// <param name="text">The text.</param>
    public static Value Of(string? text) => text is null ? default : new(ValueKind.Text, 0, text);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static Value Of(long number) => new(ValueKind.Integer, number, null);

    /// <summary>A whole number, or the absent value.</summary>
    /// <param name="number">The number.</param>
    public static Value Of(long? number) => number is { } n ? Of(n) : default;

    /// <summary>A floating-point number; not-a-number and the infinities are the absent value, as eval treats them.</summary>
    /// <param name="number">The number.</param>
    public static Value Of(double number) =>
        double.IsFinite(number) ? new(ValueKind.Number, BitConverter.DoubleToInt64Bits(number), null) : default;

    /// <summary>A floating-point number, or the absent value.</summary>
    /// <param name="number">The number.</param>
    public static Value Of(double? number) => number is { } n ? Of(n) : default;

    /// <summary>The number that JSON reads in the text, which it keeps: 1.0 and 1 are two texts. Text that is no number of JSON stays text.</summary>
    /// <param name="written">The text.</param>
    public static Value OfWritten(string written)
    {
        if (long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && string.Equals(whole.ToString(CultureInfo.InvariantCulture), written, StringComparison.Ordinal))
            return Of(whole);
        if (!IsJsonNumber(written) || !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Of(written);
        var value = Of(number);
        return string.Equals(value.ToText(), written, StringComparison.Ordinal) ? value : new(ValueKind.Number, value._bits, written);
    }

    /// <summary>What JSON writes as true or false, for the functions that make JSON; nothing else holds it.</summary>
    /// <param name="holds">Which of the two.</param>
    internal static Value OfTruth(bool holds) => new(ValueKind.Number, BitConverter.DoubleToInt64Bits(holds ? 1 : 0), holds ? "true" : "false");

    /// <summary>An address as text; none is the absent value.</summary>
    /// <param name="address">The address.</param>
    public static Value Of(IpAddress address) => address.IsNone ? default : Of(address.ToString());

    /// <summary>A moment as epoch seconds.</summary>
    /// <param name="time">The moment.</param>
    public static Value Of(Timestamp time) => Of(time.Seconds);

    /// <summary>Several values. Absent items are left out, nested ones are flattened; one item is that item, none is the absent value.</summary>
    /// <param name="items">The items in order.</param>
    public static Value OfMany(IEnumerable<Value> items)
    {
        var flat = new List<Value>();
        foreach (var item in items)
        {
            foreach (var single in item.AsSpan())
                flat.Add(single);
        }

        return flat.Count switch { 0 => default, 1 => flat[0], _ => new(ValueKind.Multi, 0, flat.ToArray()) };
    }

    /// <summary>The number that this is, or that its text spells (decimal, invariant, surrounding blanks allowed).</summary>
    /// <param name="number">The number, where there is one.</param>
    public bool TryGetNumber(out double number)
    {
        switch (Kind)
        {
            case ValueKind.Integer:
                number = _bits;
                return true;
            case ValueKind.Number:
                number = BitConverter.Int64BitsToDouble(_bits);
                return true;
            case ValueKind.Text:
                return double.TryParse((string)_reference!, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
            default:
                number = 0;
                return false;
        }
    }

    /// <summary>The whole number that this is, or that its text spells exactly.</summary>
    /// <param name="number">The number, where there is one.</param>
    public bool TryGetInteger(out long number)
    {
        switch (Kind)
        {
            case ValueKind.Integer:
                number = _bits;
                return true;
            case ValueKind.Number:
                var real = BitConverter.Int64BitsToDouble(_bits);
                number = 0;
                if (Math.Truncate(real) != real || Math.Abs(real) >= 9.2e18)
                    return false;
                number = (long)real;
                return true;
            case ValueKind.Text:
                return long.TryParse((string)_reference!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
            default:
                number = 0;
                return false;
        }
    }

    /// <summary>The value as SPL writes it: numbers as they were written, or in shortest round-trip form without an exponent up to 15 digits; items joined by a line feed; absent as empty text.</summary>
    public string ToText() => Kind switch
    {
        ValueKind.Null => "",
        ValueKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        ValueKind.Number => _reference as string ?? NumberText(BitConverter.Int64BitsToDouble(_bits)),
        ValueKind.Text => (string)_reference!,
        ValueKind.Multi => string.Join('\n', ((Value[])_reference!).Select(item => item.ToText())),
        _ => "",
    };

    /// <summary>Same kind and same content. SPL's own comparisons are operators, not this.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(Value other)
    {
        if (Kind != other.Kind || _bits != other._bits)
            return false;
        return Kind switch
        {
            ValueKind.Text or ValueKind.Number => string.Equals((string?)_reference, (string?)other._reference, StringComparison.Ordinal),
            ValueKind.Multi => ((Value[])_reference!).AsSpan().SequenceEqual((Value[])other._reference!),
            ValueKind.Null or ValueKind.Integer => true,
            _ => true,
        };
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        ValueKind.Text => string.GetHashCode((string)_reference!, StringComparison.Ordinal),
        ValueKind.Multi => ((Value[])_reference!).Aggregate(17, HashCode.Combine),
        ValueKind.Null or ValueKind.Integer or ValueKind.Number => HashCode.Combine(Kind, _bits),
        _ => 0,
    };

    /// <summary>Equality by <see cref="Equals(Value)"/>.</summary>
    /// <param name="a">One value.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(Value a, Value b) => a.Equals(b);

    /// <summary>Inequality by <see cref="Equals(Value)"/>.</summary>
    /// <param name="a">One value.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(Value a, Value b) => !a.Equals(b);

    /// <summary><see cref="ToText"/>.</summary>
    public override string ToString() => ToText();

    // RFC 8259 section 6.
    private static bool IsJsonNumber(ReadOnlySpan<char> text)
    {
        text = text.StartsWith('-') ? text[1..] : text;
        var whole = Digits(text);
        if (whole == 0 || (whole > 1 && text[0] == '0'))
            return false;
        text = text[whole..];
        if (text.StartsWith('.'))
        {
            var fraction = Digits(text[1..]);
            if (fraction == 0)
                return false;
            text = text[(fraction + 1)..];
        }

        if (text is not ['e' or 'E', ..])
            return text.IsEmpty;
        text = text[1..] is ['+' or '-', .. var unsigned] ? unsigned : text[1..];
        return !text.IsEmpty && Digits(text) == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;

    private static string NumberText(double number) =>
        Math.Truncate(number) == number && Math.Abs(number) < 1e15
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    private static ImmutableArray<Value> ImmutableArrayOf(Value[] items) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
}
