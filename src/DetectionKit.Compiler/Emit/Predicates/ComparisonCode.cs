using DetectionKit.Language.Plan;

namespace DetectionKit.Compiler.Emit.Predicates;

/// <summary>Comparison operators as C# writes them.</summary>
internal static class ComparisonCode
{
    /// <summary>The operator's sign in C#.</summary>
    public static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    /// <summary>The method of that meaning in the operator classes.</summary>
    public static string Name(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "Equal",
        ComparisonOperator.NotEqual => "NotEqual",
        ComparisonOperator.Less => "Less",
        ComparisonOperator.LessOrEqual => "AtMost",
        ComparisonOperator.Greater => "Greater",
        ComparisonOperator.GreaterOrEqual => "AtLeast",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };
}
