using DetectionKit.Language.Content.Schema;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Content.Macros;

/// <summary>Reads a macro's file.</summary>
public static class MacroReader
{
    /// <summary>Reads a macro; null where the file does not define one, which is reported.</summary>
    /// <param name="document">The file's document.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static MacroDefinition? Read(YamlDocument document, DiagnosticBag diagnostics)
    {
        if (MappingReader.Of(document, "macro", diagnostics) is not { } reader)
            return null;
        var name = reader.LocatedText("name", isRequired: true);
        var definition = reader.RequiredText("definition");
        var arguments = reader.Texts("arguments");
        reader.Ignored("description", "id", "version", "date", "author", "references", "creation_date", "modification_date", "status");
        reader.Close();
        if (name is not { } known || definition is null)
            return null;

        // macros.conf writes the number of arguments behind the name: base64decode(1).
        var parenthesis = known.Value.IndexOf('(', StringComparison.Ordinal);
        var bare = parenthesis > 0 ? known.Value[..parenthesis] : known.Value;
        return new MacroDefinition(bare, [.. arguments.Select(argument => argument.Value)], definition.ToSearchText(), known.Span);
    }
}
