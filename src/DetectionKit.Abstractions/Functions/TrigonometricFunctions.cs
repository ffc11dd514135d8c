using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Trigonometric and hyperbolic functions, in radians (Splunk Search Reference, "Trig and Hyperbolic functions"). What is no number gives the absent value; what is outside the function's domain, <c>nan</c>.</summary>
public static class TrigonometricFunctions
{
    /// <summary><c>acos(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("acos")]
    public static Value Acos(Value x) => MathFunctions.Apply(x, Math.Acos);

    /// <summary><c>acosh(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("acosh")]
    public static Value Acosh(Value x) => MathFunctions.Apply(x, Math.Acosh);

    /// <summary><c>asin(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("asin")]
    public static Value Asin(Value x) => MathFunctions.Apply(x, Math.Asin);

    /// <summary><c>asinh(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("asinh")]
    public static Value Asinh(Value x) => MathFunctions.Apply(x, Math.Asinh);

    /// <summary><c>atan(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("atan")]
    public static Value Atan(Value x) => MathFunctions.Apply(x, Math.Atan);

    /// <summary><c>atan2(y, x)</c></summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    [EvalFunction("atan2")]
    public static Value Atan2(Value y, Value x) => MathFunctions.Apply(y, x, Math.Atan2);

    /// <summary><c>atanh(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("atanh")]
    public static Value Atanh(Value x) => MathFunctions.Apply(x, Math.Atanh);

    /// <summary><c>cos(x)</c></summary>
    /// <param name="x">The angle.</param>
    [EvalFunction("cos")]
    public static Value Cos(Value x) => MathFunctions.Apply(x, Math.Cos);

    /// <summary><c>cosh(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("cosh")]
    public static Value Cosh(Value x) => MathFunctions.Apply(x, Math.Cosh);

    /// <summary><c>hypot(x, y)</c>: the square root of the sum of squares.</summary>
    /// <param name="x">One side.</param>
    /// <param name="y">The other side.</param>
    [EvalFunction("hypot")]
    public static Value Hypot(Value x, Value y) => MathFunctions.Apply(x, y, static (a, b) => Math.Sqrt((a * a) + (b * b)));

    /// <summary><c>sin(x)</c></summary>
    /// <param name="x">The angle.</param>
    [EvalFunction("sin")]
    public static Value Sin(Value x) => MathFunctions.Apply(x, Math.Sin);

    /// <summary><c>sinh(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("sinh")]
    public static Value Sinh(Value x) => MathFunctions.Apply(x, Math.Sinh);

    /// <summary><c>tan(x)</c></summary>
    /// <param name="x">The angle.</param>
    [EvalFunction("tan")]
    public static Value Tan(Value x) => MathFunctions.Apply(x, Math.Tan);

    /// <summary><c>tanh(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("tanh")]
    public static Value Tanh(Value x) => MathFunctions.Apply(x, Math.Tanh);
}
