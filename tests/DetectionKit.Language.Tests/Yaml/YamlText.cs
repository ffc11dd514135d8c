using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Tests.Yaml;

/// <summary>Shorthands for tests over YAML.</summary>
internal static class YamlText
{
    public static YamlDocument Parse(string text) => Parse(text, out _);

    public static YamlDocument Parse(string text, out DiagnosticBag diagnostics)
    {
        diagnostics = [];
        return YamlDocument.Parse(new SourceText("rule.yml", text), diagnostics);
    }

    public static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Key).Concat(Scalars(entry.Value))),
        _ => [],
    };
}
