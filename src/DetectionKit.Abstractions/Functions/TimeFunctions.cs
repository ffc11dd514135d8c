using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Date and time functions (Splunk Search Reference, "Date and Time functions"). Times are epoch seconds; the zone is the run's.</summary>
public static class TimeFunctions
{
    // What a double of microseconds and a calendar both hold: the years 1678 to 2261; beyond that nothing is a time.
    private const double LastSecond = 9.2e9;

    /// <summary><c>now()</c>: the run's now, in whole seconds.</summary>
    /// <param name="context">The run.</param>
    [EvalFunction("now")]
    public static Value Now(RunContext context) => Value.Of((long)Math.Floor(context.Now.Seconds));

    /// <summary><c>time()</c>: the run's now, with its fraction; it does not tick while a run computes, so that runs are the same.</summary>
    /// <param name="context">The run.</param>
    [EvalFunction("time")]
    public static Value Time(RunContext context) => MathFunctions.Normal(context.Now.Seconds);

    /// <summary>A field that every event has of its time, where its row keeps all columns. The name has blanks: no rule can call it.</summary>
    /// <param name="time">Epoch seconds.</param>
    /// <param name="field">The field: <c>date_hour</c>.</param>
    [EvalFunction("part of a time")]
    public static Value DateField(Value time, Value field) => TryTime(time, out var at) ? DateFields.Of(at, field.ToText()) : Value.Null;

    /// <summary><c>relative_time(time, modifier)</c></summary>
    /// <param name="context">The run.</param>
    /// <param name="time">Epoch seconds.</param>
    /// <param name="modifier">A modifier such as <c>-1d@d</c>.</param>
    [EvalFunction("relative_time")]
    public static Value RelativeTime(RunContext context, Value time, Value modifier) =>
        modifier.IsNull ? Value.Null : RelativeTime(context, time, TimeModifier.Of(modifier.ToText()));

    /// <summary><c>relative_time(time, modifier)</c> with a modifier made beforehand.</summary>
    /// <param name="context">The run.</param>
    /// <param name="time">Epoch seconds.</param>
    /// <param name="modifier">The modifier.</param>
    public static Value RelativeTime(RunContext context, Value time, TimeModifier modifier) =>
        TryTime(time, out var from) && modifier.Apply(from, context.Zone) is { } moment ? MathFunctions.Normal(moment.Seconds) : Value.Null;

    /// <summary><c>strftime(time, format)</c></summary>
    /// <param name="context">The run.</param>
    /// <param name="time">Epoch seconds.</param>
    /// <param name="format">The format.</param>
    [EvalFunction("strftime")]
    public static Value Strftime(RunContext context, Value time, Value format) =>
        format.IsNull ? Value.Null : Strftime(context, time, TimeFormat.Of(format.ToText()));

    /// <summary><c>strftime(time, format)</c> with a format made beforehand.</summary>
    /// <param name="context">The run.</param>
    /// <param name="time">Epoch seconds.</param>
    /// <param name="format">The format.</param>
    public static Value Strftime(RunContext context, Value time, TimeFormat format) =>
        time.Kind == ValueKind.Multi
            ? Value.OfMany(time.Items.Select(item => Strftime(context, item, format)))
            : TryTime(time, out var moment) ? Value.Of(format.Write(moment, context.Zone)) : Value.Null;

    /// <summary><c>strptime(text, format)</c></summary>
    /// <param name="context">The run.</param>
    /// <param name="text">The time as text.</param>
    /// <param name="format">Its format.</param>
    [EvalFunction("strptime")]
    public static Value Strptime(RunContext context, Value text, Value format) =>
        format.IsNull ? Value.Null : Strptime(context, text, TimeFormat.Of(format.ToText()));

    /// <summary><c>strptime(text, format)</c> with a format made beforehand.</summary>
    /// <param name="context">The run.</param>
    /// <param name="text">The time as text.</param>
    /// <param name="format">Its format.</param>
    public static Value Strptime(RunContext context, Value text, TimeFormat format) =>
        TextFunctions.Each(text, item => format.Read(item, context.Zone, context.Now) is { } moment ? MathFunctions.Normal(moment.Seconds) : Value.Null);

    private static bool TryTime(Value value, out Timestamp time)
    {
        var number = Numbers.Read(value);
        time = default;
        if (number.IsNull || Math.Abs(Numbers.Real(number)) > LastSecond)
            return false;
        time = Timestamp.FromSeconds(Numbers.Real(number));
        return true;
    }
}
