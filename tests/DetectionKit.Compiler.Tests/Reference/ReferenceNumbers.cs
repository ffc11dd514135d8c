using System.Globalization;
using System.Text.RegularExpressions;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Which texts are numbers: plain decimals.</summary>
internal static partial class ReferenceNumbers
{
    public static decimal? Read(string text) => Plain().IsMatch(text) ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^[+-]?(\d+\.?\d*|\.\d+)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
