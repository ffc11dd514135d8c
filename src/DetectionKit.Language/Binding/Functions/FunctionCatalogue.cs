using System.Collections.Frozen;
using System.Reflection;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Language.Binding.Functions;

/// <summary>The eval functions that there are: each method of the contract that carries <see cref="EvalFunctionAttribute"/>.</summary>
public static class FunctionCatalogue
{
    private static readonly Lazy<FrozenDictionary<string, FunctionSymbol>> Found = new(() => typeof(EvalFunctionAttribute).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .SelectMany(method => method.GetCustomAttributes<EvalFunctionAttribute>().Select(mark => SymbolOf(mark.Name, method)))
        .ToFrozenDictionary(symbol => symbol.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The functions by name, without case.</summary>
    public static FrozenDictionary<string, FunctionSymbol> All => Found.Value;

    private static FunctionSymbol SymbolOf(string name, MethodInfo method)
    {
        var parameters = method.GetParameters();
        var needsRun = parameters.Length > 0 && parameters[0].ParameterType == typeof(RunContext);
        var arguments = parameters[(needsRun ? 1 : 0)..];
        var isOpen = arguments.Length > 0 && arguments[^1].ParameterType == typeof(ReadOnlySpan<Value>);
        return new FunctionSymbol(
            name,
            method,
            arguments.Count(parameter => !parameter.IsOptional && parameter.ParameterType == typeof(Value)),
            isOpen ? null : arguments.Length,
            needsRun,
            method.ReturnType == typeof(bool?) || method.ReturnType == typeof(bool));
    }
}
