namespace DetectionKit.Language.Plan.Expressions;

/// <summary>How two values are computed into one.</summary>
public enum ArithmeticOperator
{
    /// <summary><c>+</c>: adds numbers, joins texts.</summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>%</c></summary>
    Modulo,

    /// <summary><c>.</c>: joins both as text.</summary>
    Concatenate,
}
