using System.Text;

namespace DetectionKit.Testing.Synthesis.Content;

/// <summary>Text with a structure: JSON, XML, HTML, INI, YAML, Markdown.</summary>
internal static class MarkupContent
{
    public static IEnumerable<ForeignContent> All =>
    [
        new("text", "JSON", (random, size) => TextContent.Lines(size, "\n", () => Json(random, 3))),
        new("text", "JSON array", (random, size) => Encoding.ASCII.GetBytes("[" + Encoding.ASCII.GetString(TextContent.Lines(size, ",", () => Json(random, 2))) + "{}]")),
        new("text", "XML", (random, size) => Encoding.ASCII.GetBytes((random.Next(2) == 0 ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "") + Encoding.ASCII.GetString(TextContent.Lines(size, "\n", () => Xml(random, 3))))),
        new("text", "HTML", (random, size) => Encoding.ASCII.GetBytes("<!DOCTYPE html>\n<html><head><title>" + TextContent.Sentence(random) + "</title></head><body>" + Encoding.ASCII.GetString(TextContent.Lines(size, "\n", () => "<p>" + TextContent.Sentence(random) + "</p>")))),
        new("text", "INI", (random, size) => TextContent.Lines(size, "\n", () => random.Next(5) == 0 ? $"[{TextContent.Word(random)}]" : $"{TextContent.Word(random)} = {TextContent.Word(random)}")),
        new("text", "YAML", (random, size) => TextContent.Lines(size, "\n", () => $"{new string(' ', 2 * random.Next(3))}{TextContent.Word(random)}: {TextContent.Number(random, 100)}")),
        new("text", "Markdown", (random, size) => TextContent.Lines(size, "\n", () => (random.Next(4) switch { 0 => "# ", 1 => "* ", 2 => "> ", _ => "" }) + TextContent.Sentence(random))),
    ];

    private static string Json(Random random, int depth) => (depth == 0 ? 3 : random.Next(5)) switch
    {
        0 => "[" + string.Join(",", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Json(random, depth - 1))) + "]",
        1 or 2 => "{" + string.Join(",", Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"\"{TextContent.Word(random)}\":{Json(random, depth - 1)}")) + "}",
        3 => TextContent.Number(random, 100_000),
        _ => "\"" + TextContent.Sentence(random) + "\"",
    };

    private static string Xml(Random random, int depth)
    {
        var name = TextContent.Word(random);
        var inside = depth == 0 ? TextContent.Sentence(random) : string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Xml(random, depth - 1)));
        return $"<{name} {TextContent.Word(random)}=\"{TextContent.Number(random, 999)}\">{inside}</{name}>";
    }
}
