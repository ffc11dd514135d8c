using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>The format of <c>printf</c>: <c>%[flags][width][.precision]type</c> (Splunk Search Reference, "Conversion functions", printf).</summary>
internal static class PrintFormat
{
    private const int Widest = 1000;

    /// <summary>The format filled with the arguments; one that is missing or absent is empty text, or 0.</summary>
    public static string Fill(string format, ReadOnlySpan<Value> arguments)
    {
        var text = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Length && text.Length < MadeText.Longest; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
                continue;
            }

            var piece = new Piece();
            var end = piece.Read(format, i + 1, arguments, ref next);
            if (end < 0)
            {
                text.Append('%');
                continue;
            }

            i = end;
            if (piece.Type == '%')
                text.Append('%');
            else
                text.Append(piece.Write(next < arguments.Length ? arguments[next] : Value.Null));
            next += piece.Type == '%' ? 0 : 1;
        }

        return text.ToString();
    }

    private struct Piece
    {
        private string _flags;
        private int _width;
        private int _precision;

        public char Type { get; private set; }

        /// <summary>Reads behind the percent sign; the place of the type's letter, or -1.</summary>
        public int Read(string format, int at, ReadOnlySpan<Value> arguments, ref int next)
        {
            var start = at;
            while (at < format.Length && "'-+ #0".Contains(format[at], StringComparison.Ordinal))
                at++;
            _flags = format[start..at];
            _width = Number(format, ref at, arguments, ref next) ?? 0;
            _precision = -1;
            if (at < format.Length && format[at] == '.')
            {
                at++;
                _precision = Number(format, ref at, arguments, ref next) ?? 0;
            }

            if (at >= format.Length || !"%aAcdieEfFgGopsuxX".Contains(format[at], StringComparison.Ordinal))
                return -1;
            Type = format[at];
            return at;
        }

        public readonly string Write(Value value)
        {
            var number = Numbers.Read(value);
            return Type switch
            {
                's' => Padded(_precision < 0 ? value.ToText() : value.ToText()[..Math.Min(_precision, value.ToText().Length)]),
                'c' => Padded(Letter(value)),
                'd' or 'i' or 'u' => Whole(number, 10),
                'o' => Whole(number, 8),
                'x' or 'X' => Whole(number, 16),
                'p' => Padded("0x" + (number.IsNull ? 0 : Numbers.Whole(number)).ToString("x8", CultureInfo.InvariantCulture)),
                'a' or 'A' => Signed(HexFloat.Of(number.IsNull ? 0 : Numbers.Real(number), _precision, char.IsUpper(Type))),
                _ => Signed(Real(number.IsNull ? 0 : Numbers.Real(number))),
            };
        }

        // A number is a code point; of a text the first letter.
        private static string Letter(Value value)
        {
            if (value.TryGetInteger(out var code) && Rune.IsValid((int)Math.Clamp(code, -1, int.MaxValue)))
                return new Rune((int)code).ToString();
            return value.ToText() is { Length: > 0 } text ? text.EnumerateRunes().First().ToString() : "";
        }

        private static int? Number(string format, ref int at, ReadOnlySpan<Value> arguments, ref int next)
        {
            if (at < format.Length && format[at] == '*')
            {
                at++;
                return next < arguments.Length && arguments[next++].TryGetInteger(out var given) ? (int)Math.Clamp(given, 0, Widest) : 0;
            }

            var start = at;
            while (at < format.Length && char.IsAsciiDigit(format[at]))
                at++;
            return at == start ? null : int.TryParse(format.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, Widest) : Widest;
        }

        private readonly string Whole(Value number, int radix)
        {
            var real = Math.Truncate(number.IsNull ? 0 : Numbers.Real(number));
            var whole = number.Kind == ValueKind.Integer ? Numbers.Whole(number) : Math.Abs(real) < 9.2e18 ? (long)real : 0;
            var size = whole < 0 ? (ulong)-(Int128)whole : (ulong)whole;
            var digits = radix switch
            {
                8 => Convert.ToString(unchecked((long)size), 8),
                16 => size.ToString(char.IsUpper(Type) ? "X" : "x", CultureInfo.InvariantCulture),
                _ => size.ToString(_flags.Contains('\'', StringComparison.Ordinal) ? "#,0" : "0", CultureInfo.InvariantCulture),
            };
            digits = digits.PadLeft(Math.Max(_precision, 0), '0');
            if (_flags.Contains('#', StringComparison.Ordinal) && radix != 10)
                digits = (radix == 8 ? "0" : char.IsUpper(Type) ? "0X" : "0x") + digits;
            return Signed((whole < 0, digits));
        }

        private readonly (bool Negative, string Digits) Real(double number)
        {
            var places = (_precision < 0 ? 6 : Math.Min(_precision, 99)).ToString(CultureInfo.InvariantCulture);
            var size = Math.Abs(number);
            var isGrouped = _flags.Contains('\'', StringComparison.Ordinal);
            var digits = Type switch
            {
                'e' or 'E' => size.ToString((_precision == 0 ? "0" : "0." + new string('0', _precision < 0 ? 6 : Math.Min(_precision, 99))) + "e+00", CultureInfo.InvariantCulture),
                'g' or 'G' => size.ToString("G" + (_precision < 0 ? "6" : Math.Max(_precision, 1).ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture),
                _ => size.ToString((isGrouped ? "N" : "F") + places, CultureInfo.InvariantCulture),
            };
            return (number < 0, char.IsUpper(Type) ? digits.ToUpperInvariant() : digits.ToLowerInvariant());
        }

        private readonly string Signed((bool Negative, string Digits) number)
        {
            var sign = number.Negative ? "-" : _flags.Contains('+', StringComparison.Ordinal) ? "+" : _flags.Contains(' ', StringComparison.Ordinal) ? " " : "";
            var fills = _flags.Contains('0', StringComparison.Ordinal) && !_flags.Contains('-', StringComparison.Ordinal);
            return fills ? sign + number.Digits.PadLeft(Math.Max(0, _width - sign.Length), '0') : Padded(sign + number.Digits);
        }

        private readonly string Padded(string text) => _flags.Contains('-', StringComparison.Ordinal) ? text.PadRight(_width) : text.PadLeft(_width);
    }
}
