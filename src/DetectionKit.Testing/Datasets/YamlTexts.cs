using DetectionKit.Language.Yaml;

namespace DetectionKit.Testing.Datasets;

/// <summary>Reads the texts of a mapping.</summary>
internal static class YamlTexts
{
    /// <summary>The text of a key; null: it is not there, or no text.</summary>
    public static string? TextOf(this YamlMapping node, string key) => node.Find(key)?.Value is YamlScalar { IsNull: false } scalar ? scalar.Value : null;
}
