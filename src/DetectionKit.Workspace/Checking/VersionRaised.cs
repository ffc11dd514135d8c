using System.Globalization;
using System.Text;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Checking;

/// <summary>A rule that says something else than it did must have a higher version; comments, layout, date and the version itself say nothing.</summary>
internal static class VersionRaised
{
    private static readonly string[] SaysNothing = ["version", "date", "modification_date"];

    /// <summary>Checks a file against its text at an earlier time.</summary>
    public static void Check(TextFile file, string earlier, DiagnosticBag diagnostics)
    {
        var (now, before) = (Read(file.Source), Read(new SourceText(file.ShownPath, earlier)));
        if (now is null || before is null || Version(now) is not { } version || Version(before) is not { } older)
            return;
        var isChanged = !string.Equals(Said(now), Said(before), StringComparison.Ordinal);
        if (version.Number < older.Number || (isChanged && version.Number == older.Number))
            diagnostics.Report(DiagnosticTable.VersionNotRaised, version.Place, older.Number, version.Number);
    }

    private static YamlMapping? Read(SourceText source) => YamlDocument.Parse(source, []).Root as YamlMapping;

    private static (int Number, SourceSpan Place)? Version(YamlMapping root) =>
        root.Find("version")?.Value is YamlScalar scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, scalar.Span)
            : null;

    private static string Said(YamlMapping root)
    {
        var text = new StringBuilder();
        foreach (var entry in root.Entries.Where(entry => !SaysNothing.Contains(entry.Key.Value, StringComparer.Ordinal)).OrderBy(entry => entry.Key.Value, StringComparer.Ordinal))
            Write(text.Append(entry.Key.Value).Append('\0'), entry.Value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                text.Append(scalar.Value).Append('\0');
                break;
            case YamlSequence sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                    Write(text, item);
                text.Append(']');
                break;
            case YamlMapping mapping:
                text.Append('{');
                foreach (var entry in mapping.Entries)
                    Write(text.Append(entry.Key.Value).Append('\0'), entry.Value);
                text.Append('}');
                break;
        }
    }
}
