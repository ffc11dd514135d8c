using System.Collections.Immutable;
using System.Reflection;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Compiler.Emit.Expressions;

/// <summary>The call of an eval function.</summary>
internal static class FunctionCall
{
    /// <summary>The call's code.</summary>
    public static string Of(FunctionSymbol function, ImmutableArray<BoundExpression> arguments, ExpressionText expressions, Constants constants)
    {
        var parameters = function.Method.GetParameters().Skip(function.NeedsRun ? 1 : 0).ToArray();
        var code = new List<string>();
        if (function.NeedsRun)
            code.Add("context");
        var made = MadeOnce(function, arguments);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i < parameters.Length && parameters[i].ParameterType != typeof(Value))
            {
                code.Add(expressions.List(arguments[i..]));
                break;
            }

            code.Add(made.TryGetValue(i, out var type)
                ? constants.Take(type.Name, Literals.Of(((LiteralExpression)arguments[i]).Value.ToText()))
                : expressions.Of(arguments[i]));
        }

        return $"{function.Method.DeclaringType!.Name}.{function.Method.Name}({string.Join(", ", code)})";
    }

    // A function may have a twin that takes an argument made beforehand (a pattern, a format): a type with a static Of(string).
    // It is called where that argument is a constant of the rule.
    private static Dictionary<int, Type> MadeOnce(FunctionSymbol function, ImmutableArray<BoundExpression> arguments)
    {
        var own = function.Method.GetParameters();
        var offset = function.NeedsRun ? 1 : 0;
        foreach (var twin in function.Method.DeclaringType!.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            var parameters = twin.GetParameters();
            if (!string.Equals(twin.Name, function.Method.Name, StringComparison.Ordinal) || twin == function.Method || parameters.Length != own.Length)
                continue;
            var made = new Dictionary<int, Type>();
            for (var i = offset; i < parameters.Length; i++)
            {
                if (parameters[i].ParameterType != own[i].ParameterType)
                    made.Add(i - offset, parameters[i].ParameterType);
            }

            if (made.All(one => IsMadeFromText(one.Value) && one.Key < arguments.Length && arguments[one.Key] is LiteralExpression { Value.IsNull: false }))
                return made;
        }

        return [];
    }

    private static bool IsMadeFromText(Type type) => type.GetMethod("Of", BindingFlags.Public | BindingFlags.Static, [typeof(string)]) is not null && type != typeof(Value);
}
