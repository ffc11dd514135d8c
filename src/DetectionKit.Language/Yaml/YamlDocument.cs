using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using YamlDotNet.Core;

namespace DetectionKit.Language.Yaml;

/// <summary>A file's YAML document, every node with its place. Bad YAML is a diagnostic and a missing root.</summary>
/// <param name="Source">The file.</param>
/// <param name="Root">The document's root; null where the file is empty or not YAML.</param>
public sealed record YamlDocument(SourceText Source, YamlNode? Root)
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Reads a file that holds one document.</summary>
    /// <param name="source">The file; a byte order mark at its beginning is skipped.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    public static YamlDocument Parse(SourceText source, DiagnosticBag diagnostics)
    {
        var skipped = source.Text.StartsWith(ByteOrderMark) ? 1 : 0;
        using var reader = new StringReader(skipped == 0 ? source.Text : source.Text[skipped..]);
        var builder = new YamlTreeBuilder(source, skipped, diagnostics);
        var scanner = new Scanner(reader, skipComments: true);
        try
        {
            return new YamlDocument(source, builder.Build(new Parser(scanner)));
        }
        catch (YamlException exception)
        {
            YamlErrors.Report(source, exception, skipped, builder, diagnostics);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            YamlErrors.ReportIncomplete(source, scanner.CurrentPosition, skipped, builder.Open, diagnostics);
        }

        return new YamlDocument(source, null);
    }
}
