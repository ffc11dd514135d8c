using System.Text;

namespace DetectionKit.Language.Tests.Yaml;

/// <summary>Writes documents with scalars in every style, out of words, blanks and breaks.</summary>
internal static class ScalarGenerator
{
    private static readonly string[] Words = ["a", "word", "x=1", "é", "😀", "|", "\\", "\"q\"", "it's", "$f$", "`m(1)`", "#no", "a:b", "*", "{", ">"];
    private static readonly string[] Escapes = ["\\n", "\\t", "\\\"", "\\\\", "\\x41", "\\u00e9", "\\U0001F600", "\\/", "\\_", "\\0", "\\e"];

    public static string Document(Random random)
    {
        var newLine = random.Next(4) == 0 ? "\r\n" : "\n";
        var text = new StringBuilder(random.Next(8) == 0 ? "\uFEFF" : "");
        for (var i = 0; i < 3; i++)
            text.Append('k').Append(i).Append(": ").Append(Scalar(random)).Append('\n');
        text.Append("list:\n- ").Append(Scalar(random)).Append("\n- ").Append(Scalar(random)).Append('\n');
        return text.ToString().Replace("\n", newLine, StringComparison.Ordinal);
    }

    private static string Scalar(Random random) => random.Next(5) switch
    {
        0 => "p" + Lines(random, word => word is "|" or "*" or "{" or ">" ? "w" : word, "  "),
        1 => "'" + Lines(random, word => word.Replace("'", "''", StringComparison.Ordinal), "   ") + "'",
        2 => "\"" + Lines(random, word => random.Next(3) == 0 ? Pick(random, Escapes) : word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), "  ", escapedBreaks: true) + "\"",
        3 => Block(random, "|"),
        _ => Block(random, ">"),
    };

    private static string Lines(Random random, Func<string, string> write, string indent, bool escapedBreaks = false)
    {
        var text = new StringBuilder();
        var count = random.Next(12);
        for (var i = 0; i < count; i++)
        {
            text.Append(write(Pick(random, Words)).TrimStart('#'));
            text.Append(random.Next(8) switch
            {
                0 => "\n" + indent,
                1 => "  \n\n" + indent + "  ",
                2 => escapedBreaks ? "\\\n" + indent : " ",
                3 => "\t",
                4 => "\n \n\n" + indent,
                _ => " ",
            });
        }

        return text.Append("end").ToString();
    }

    private static string Block(Random random, string style)
    {
        var indent = random.Next(1, 5);
        var more = random.Next(3) == 0;
        var text = new StringBuilder(style).Append(more ? indent.ToString(System.Globalization.CultureInfo.InvariantCulture) : "").Append(Pick(random, ["", "+", "-"])).Append(random.Next(5) == 0 ? "  # why" : "").Append('\n');
        var count = random.Next(1, 7);
        for (var i = 0; i < count; i++)
        {
            if (random.Next(3) == 0)
                text.Append(' ', random.Next(indent + 1)).Append('\n');
            text.Append(' ', indent).Append(i > 0 || more ? Pick(random, ["", "", "  ", "\t"]) : "").Append(Pick(random, Words)).Append(Pick(random, ["", " ", " tail"])).Append('\n');
        }

        return text.Append('\n', random.Next(3)).ToString();
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
