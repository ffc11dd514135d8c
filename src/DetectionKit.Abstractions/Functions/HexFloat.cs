using System.Globalization;

namespace DetectionKit.Abstractions.Functions;

/// <summary>A number as C's <c>%a</c> writes it: <c>0x1.922p+1</c>.</summary>
internal static class HexFloat
{
    private const int FractionBits = 52;
    private const int FractionDigits = FractionBits / 4;
    private const int Bias = 1023;

    /// <summary>Sign and digits.</summary>
    /// <param name="number">The number.</param>
    /// <param name="places">Digits behind the point; negative: as many as it needs.</param>
    /// <param name="isUpper">Whether letters are upper case.</param>
    public static (bool Negative, string Digits) Of(double number, int places, bool isUpper)
    {
        var text = double.IsFinite(number) ? Finite(Math.Abs(number), Math.Min(places, FractionDigits)) : double.IsNaN(number) ? "nan" : "inf";
        return (number < 0, isUpper ? text.ToUpperInvariant() : text);
    }

    private static string Finite(double number, int places)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)(bits >> FractionBits) - Bias;
        var fraction = bits & ((1L << FractionBits) - 1);
        var lead = 1L;
        if (number == 0)
            (exponent, lead) = (0, 0);
        if (places >= 0)
        {
            var dropped = (FractionDigits - places) * 4;
            var whole = (lead << FractionBits) | fraction;
            whole = dropped == 0 ? whole : Rounded(whole, dropped);
            lead = whole >> FractionBits;
            fraction = whole & ((1L << FractionBits) - 1);
        }

        var digits = fraction.ToString("x13", CultureInfo.InvariantCulture);
        digits = places < 0 ? digits.TrimEnd('0') : digits[..places];
        return string.Create(CultureInfo.InvariantCulture, $"0x{lead}{(digits.Length > 0 ? "." : "")}{digits}p{exponent:+0;-0;+0}");
    }

    // To the nearest, a half to the even neighbour.
    private static long Rounded(long number, int dropped)
    {
        var half = 1L << (dropped - 1);
        var rest = number & ((1L << dropped) - 1);
        var kept = number >> dropped;
        return (rest > half || (rest == half && (kept & 1) == 1) ? kept + 1 : kept) << dropped;
    }
}
