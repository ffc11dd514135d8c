using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Spl.Lexing;

namespace DetectionKit.Language.Spl.Expressions;

/// <summary>Which tokens are which operators.</summary>
internal static class Operators
{
    public static ComparisonOperator? Relation(TokenKind kind) => kind switch
    {
        TokenKind.Equal or TokenKind.DoubleEqual => ComparisonOperator.Equal,
        TokenKind.NotEqual => ComparisonOperator.NotEqual,
        TokenKind.Less => ComparisonOperator.Less,
        TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
        TokenKind.Greater => ComparisonOperator.Greater,
        TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
        _ => null,
    };

    public static ArithmeticOperator? Sum(TokenKind kind) => kind switch
    {
        TokenKind.Plus => ArithmeticOperator.Add,
        TokenKind.Minus => ArithmeticOperator.Subtract,
        _ => null,
    };

    public static ArithmeticOperator? Product(TokenKind kind) => kind switch
    {
        TokenKind.Star => ArithmeticOperator.Multiply,
        TokenKind.Slash => ArithmeticOperator.Divide,
        TokenKind.Percent => ArithmeticOperator.Modulo,
        _ => null,
    };

    /// <summary>Whether a bare word is an operator, and so no field unless in single quotes.</summary>
    public static bool IsReserved(string word) => word.ToUpperInvariant() is "AND" or "OR" or "XOR" or "NOT" or "LIKE" or "IN";
}
