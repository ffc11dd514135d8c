using System.Globalization;
using System.Text;

namespace DetectionKit.Testing.Synthesis.Content;

/// <summary>Text that people and programs write: prose, tables, logs, source, and bytes written as letters.</summary>
internal static class TextContent
{
    private static readonly string[] Words =
    [
        "the", "a", "of", "and", "to", "in", "is", "that", "was", "for", "with", "on", "as", "at", "by", "from", "river", "house", "winter", "engine", "garden", "music",
        "report", "letter", "mountain", "window", "history", "number", "people", "system", "light", "small", "great", "open", "old", "new", "never", "always", "perhaps",
        "walked", "found", "carried", "opened", "answered", "remembered", "quickly", "slowly", "north", "market", "table", "paper", "stone", "evening", "morning",
        "user", "data", "list", "get", "set", "post", "help", "quit", "ready", "server", "client", "error", "ok", "info", "status", "version", "hello", "connect", "name",
    ];

    public static IEnumerable<ForeignContent> All =>
    [
        new("text", "sentences", Sentences),
        new("text", "sentences in lines", (random, size) => Lines(size, "\n", () => Sentence(random))),
        new("text", "sentences in lines with CR LF", (random, size) => Lines(size, "\r\n", () => Sentence(random))),
        new("text", "single words", (random, size) => Lines(size, random.Next(2) == 0 ? "\n" : "\r\n", () => Word(random))),
        new("text", "capital words", (random, size) => Lines(size, random.Next(2) == 0 ? "\n" : "\r\n", () => Word(random).ToUpperInvariant() + " " + Word(random))),
        new("text", "numbers", (random, size) => Lines(size, "\n", () => Number(random, 1_000_000))),
        new("text", "UTF-16", (random, size) => Encoding.Unicode.GetBytes(Encoding.ASCII.GetString(Sentences(random, size)))),
        new("text", "CSV", Csv),
        new("text", "log lines", (random, size) => Lines(size, "\n", () => Log(random))),
        new("text", "source code", (random, size) => Lines(size, "\n", () => Code(random))),
        new("text", "base64", (random, size) => Wrapped(Convert.ToBase64String(NoiseContent.Uniform(random, size)), random.Next(2) == 0 ? 76 : int.MaxValue)),
        new("text", "hexadecimal digits", (random, size) => Wrapped(Convert.ToHexString(NoiseContent.Uniform(random, size)), random.Next(2) == 0 ? 64 : int.MaxValue)),
        new("text", "hex dump", (random, size) => Lines(size, "\n", () => Number(random, 65536) + "  " + string.Join(' ', NoiseContent.Uniform(random, 16).Select(value => value.ToString("x2", CultureInfo.InvariantCulture))))),
    ];

    /// <summary>Words with blanks and full stops: at least that many bytes.</summary>
    public static byte[] Sentences(Random random, int size)
    {
        var text = new StringBuilder();
        while (text.Length < size)
            text.Append(Sentence(random)).Append(' ');
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>A lower-case word.</summary>
    public static string Word(Random random) => Words[random.Next(Words.Length)];

    /// <summary>A decimal number below a limit.</summary>
    public static string Number(Random random, int below) => random.Next(below).ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines until there are enough bytes.</summary>
    public static byte[] Lines(int size, string end, Func<string> line)
    {
        var text = new StringBuilder();
        while (text.Length < size)
            text.Append(line()).Append(end);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Words that begin with a capital and end with a full stop.</summary>
    public static string Sentence(Random random)
    {
        var words = string.Join(' ', Enumerable.Range(0, random.Next(3, 16)).Select(_ => Word(random)));
        return char.ToUpperInvariant(words[0]) + words[1..] + (random.Next(6) == 0 ? "?" : ".");
    }

    private static byte[] Csv(Random random, int size)
    {
        var separator = ",;\t|"[random.Next(4)];
        var columns = random.Next(2, 9);
        return Lines(size, "\n", () => string.Join(separator, Enumerable.Range(0, columns).Select(_ => random.Next(2) == 0 ? Word(random) : Number(random, 10_000))));
    }

    private static string Log(Random random) => random.Next(4) switch
    {
        0 => $"2024-0{random.Next(1, 9)}-1{random.Next(9)}T0{random.Next(9)}:{random.Next(10, 59)}:{random.Next(10, 59)}Z {Word(random).ToUpperInvariant()} [{Word(random)}] {Sentence(random)}",
        1 => $"[{random.Next(10, 99999)}.{random.Next(100, 999)}] {Word(random)}: {Sentence(random)}",
        2 => $"10.0.{random.Next(256)}.{random.Next(256)} - - [0{random.Next(1, 9)}/Mar/2024:10:{random.Next(10, 59)}:07 +0000] \"{Sentence(random)}\" {random.Next(200, 599)} {random.Next(9999)}",
        _ => $"{Word(random)}={Number(random, 1000)} {Word(random)}=\"{Sentence(random)}\" level={Word(random)}",
    };

    private static string Code(Random random) => random.Next(6) switch
    {
        0 => $"int {Word(random)} = {Number(random, 500)};",
        1 => $"    if ({Word(random)} > {Number(random, 9)}) {{ return {Word(random)}({Word(random)}); }}",
        2 => $"def {Word(random)}_{Word(random)}(self, {Word(random)}):",
        3 => $"// {Sentence(random)}",
        4 => $"#include <{Word(random)}.h>",
        _ => $"import {Word(random)}.{Word(random)}",
    };

    private static byte[] Wrapped(string text, int width)
    {
        if (width >= text.Length)
            return Encoding.ASCII.GetBytes(text);
        return Encoding.ASCII.GetBytes(string.Join('\n', text.Chunk(width).Select(line => new string(line))));
    }
}
