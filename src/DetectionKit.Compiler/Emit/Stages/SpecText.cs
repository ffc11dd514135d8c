using System.Collections;
using System.Reflection;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Emit.Code;

namespace DetectionKit.Compiler.Emit.Stages;

/// <summary>The constructor call of a record that is plain data: each parameter by its name, from the property of that name.</summary>
internal static class SpecText
{
    /// <summary>The constructor's arguments.</summary>
    /// <param name="record">The record.</param>
    /// <param name="functions">The code of the parameter <c>Functions</c>, where the record has one.</param>
    /// <param name="conditions">The code of the parameters that are predicates, in their order.</param>
    public static string[] Arguments(object record, string functions, params string[] conditions)
    {
        var next = 0;
        return [.. record.GetType().GetConstructors()[0].GetParameters().Select(parameter => $"{parameter.Name}: {Argument(parameter)}")];

        string Argument(ParameterInfo parameter) =>
            parameter.ParameterType == typeof(RowPredicate) ? next < conditions.Length ? conditions[next++] : "null"
            : parameter.Name is "Functions" ? functions
            : Code(record.GetType().GetProperty(parameter.Name!)!.GetValue(record));
    }

    /// <summary>The code of a value: plain data all the way down.</summary>
    public static string Code(object? value) => value switch
    {
        null => "null",
        string text => Literals.Of(text),
        bool flag => Literals.Of(flag),
        int whole => Literals.Of((long)whole),
        long whole => Literals.Of(whole),
        double number => Literals.Of(number),
        Value constant => Literals.Of(constant),
        TextRegex regex => $"TextRegex.Of({Literals.Of(regex.Pattern)})",
        Enum one => $"{one.GetType().Name}.{one}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Code))}]",
        _ => $"new {value.GetType().Name}({string.Join(", ", Arguments(value, "[]"))})",
    };
}
