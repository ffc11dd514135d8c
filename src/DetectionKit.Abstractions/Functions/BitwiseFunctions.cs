using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Functions on the bits of whole numbers from 0 to 2^53-1 (Splunk Search Reference, "Bitwise functions"). Other arguments give the absent value.</summary>
public static class BitwiseFunctions
{
    private const long Mask = (1L << 53) - 1;

    /// <summary><c>bit_and(a, b, ...)</c></summary>
    /// <param name="values">The numbers.</param>
    [EvalFunction("bit_and")]
    public static Value And(params ReadOnlySpan<Value> values) => Combine(values, static (a, b) => a & b);

    /// <summary><c>bit_or(a, b, ...)</c></summary>
    /// <param name="values">The numbers.</param>
    [EvalFunction("bit_or")]
    public static Value Or(params ReadOnlySpan<Value> values) => Combine(values, static (a, b) => a | b);

    /// <summary><c>bit_xor(a, b, ...)</c></summary>
    /// <param name="values">The numbers.</param>
    [EvalFunction("bit_xor")]
    public static Value Xor(params ReadOnlySpan<Value> values) => Combine(values, static (a, b) => a ^ b);

    /// <summary><c>bit_not(value, mask)</c>: inverted, and cut to the mask; of 53 bits where none is given.</summary>
    /// <param name="value">The number.</param>
    /// <param name="mask">The mask.</param>
    [EvalFunction("bit_not")]
    public static Value Not(Value value, Value mask = default) =>
        Bits(value) is { } bits && (mask.IsNull ? Mask : Bits(mask)) is { } kept ? Value.Of(~bits & kept) : Value.Null;

    /// <summary><c>bit_shift_left(value, offset)</c></summary>
    /// <param name="value">The number.</param>
    /// <param name="offset">By how many bits.</param>
    [EvalFunction("bit_shift_left")]
    public static Value ShiftLeft(Value value, Value offset) =>
        Bits(value) is { } bits && Bits(offset) is { } by and < 53 ? Value.Of((bits << (int)by) & Mask) : Value.Null;

    /// <summary><c>bit_shift_right(value, offset)</c></summary>
    /// <param name="value">The number.</param>
    /// <param name="offset">By how many bits.</param>
    [EvalFunction("bit_shift_right")]
    public static Value ShiftRight(Value value, Value offset) =>
        Bits(value) is { } bits && Bits(offset) is { } by and < 53 ? Value.Of(bits >> (int)by) : Value.Null;

    private static Value Combine(ReadOnlySpan<Value> values, Func<long, long, long> combine)
    {
        long? all = null;
        foreach (var value in values)
        {
            if (Bits(value) is not { } bits)
                return Value.Null;
            all = all is { } known ? combine(known, bits) : bits;
        }

        return Value.Of(all);
    }

    private static long? Bits(Value value) =>
        Numbers.Read(value) is { IsNull: false } number && number.TryGetInteger(out var bits) && bits is >= 0 and <= Mask ? bits : null;
}
