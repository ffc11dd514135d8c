using System.Globalization;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>convert's functions by their forms: each a regular expression and what its parts weigh. Times are written and read by the eval functions, which have tables of their own.</summary>
internal static class ReferenceConversions
{
    public static bool Keeps(string function) => function is "auto" or "ctime" or "none";

    public static Value Convert(string function, Value value, string format, RunContext run)
    {
        var text = value.ToText();
        return function switch
        {
            "none" => value,
            "ctime" => TimeFunctions.Strftime(run, value, TimeFormat.Of(format)),
            "mktime" => TimeFunctions.Strptime(run, value, TimeFormat.Of(format)),
            "auto" or "num" => ((string[])["plain", "rmcomma", "dur2sec", "mstime", "memk"]).Select(one => Convert(one, value, format, run)).FirstOrDefault(one => !one.IsNull),
            "plain" => Number(ReferenceOrder.Number(value)),
            "rmcomma" => Number(ReferenceOrder.Number(Value.Of(text.Replace(",", "", StringComparison.Ordinal)))),
            "rmunit" => Parts(text, @"^\s*([+-]?\d+(?:\.\d+)?)", out var part) ? Number(Real(part[1])) : Value.Null,
            "memk" => Parts(text, @"^\s*(\+?\d+(?:\.\d+)?)([kKmMgG]?)\s*$", out var part)
                ? Number(Real(part[1]) * part[2].ToUpperInvariant() switch { "M" => 1024, "G" => 1024 * 1024, _ => 1 })
                : Value.Null,
            "dur2sec" => Parts(text, @"^\s*(?:(\d{1,9})\+)?(?:(\d{1,9}):([0-5]?\d)|(\d{1,9}):([0-5]?\d):([0-5]?\d))\s*$", out var part)
                ? Number((Real(part[1]) * 86_400) + (Real(part[2]) * 60) + Real(part[3]) + (Real(part[4]) * 3600) + (Real(part[5]) * 60) + Real(part[6]))
                : Value.Null,
            "mstime" => Parts(text, @"^\s*(?:(\d{1,9}):)?(\d+\.?\d*|\.\d+)\s*$", out var part) ? Number((Real(part[1]) * 60) + Real(part[2])) : Value.Null,
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "a conversion that the reference evaluator does not know"),
        };
    }

    private static bool Parts(string text, string pattern, out string[] parts)
    {
        var match = Regex.Match(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        parts = [.. match.Groups.Values.Select(group => group.Value)];
        return match.Success;
    }

    private static double Real(string digits) => digits.Length == 0 ? 0 : double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Value Number(double? number) => Value.Of(number);
}
