using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Content;
using DetectionKit.Language.Content.Macros;
using DetectionKit.Language.Content.Schema;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Yaml;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Checking;

/// <summary>A rule after all stages before emitting.</summary>
/// <param name="Syntax">The rule as read, or null.</param>
/// <param name="Plan">Its plan; null where an error was found.</param>
/// <param name="Macros">The macros that its search names.</param>
/// <param name="Lookups">The lookups that its search may name.</param>
/// <param name="Diagnostics">What was found.</param>
internal sealed record RuleCompilation(
    DetectionSyntax? Syntax, DetectionPlan? Plan, ImmutableArray<string> Macros, ImmutableArray<string> Lookups, DiagnosticBag Diagnostics)
{
    private static readonly string[] EntityFields = ["_bunit", "_category", "_priority", "_is_expected", "_requires_av", "_should_", "cim_entity_zone", "*)"];

    /// <summary>Text to plan: YAML, schema, macros, search.</summary>
    public static RuleCompilation Of(TextFile file, RuleContext context)
    {
        var diagnostics = new DiagnosticBag();
        if (file.ReportFailure(diagnostics))
            return new RuleCompilation(null, null, [], [], diagnostics);
        var document = YamlDocument.Parse(file.Source, diagnostics);
        if (DetectionReader.Read(document, diagnostics) is not { } syntax)
            return new RuleCompilation(null, null, [], [], diagnostics);
        if (syntax.Search is not { } search || string.IsNullOrWhiteSpace(search.Value))
            return new RuleCompilation(syntax, null, [], [], diagnostics);
        var fileName = Path.GetFileNameWithoutExtension(file.FullPath);
        var before = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var expansion = MacroExpander.Expand(search.ToSearchText(), context.Macros, fileName, diagnostics);
        var used = LookupNames.In(expansion.Search.Text);
        if (HasEntityField(expansion.Search.Text))
            used = [.. used.Union([EntityLookups.AssetsByName, EntityLookups.AssetsByNetwork, EntityLookups.Identities], StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        // Where a macro is missing, what follows would be complaints about the gap.
        if (diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error) > before)
            return new RuleCompilation(syntax, null, expansion.Reached, used, diagnostics);
        var plan = SplCompiler.Compile(expansion.Search, DetectorInfos.Of(syntax), context.Lookups, diagnostics, context.Filled, context.EventFieldsOf(syntax));
        return new RuleCompilation(syntax, diagnostics.HasErrors ? null : plan, expansion.Reached, used, diagnostics);
    }

    // What is known of assets and identities decides what such a rule finds.
    private static bool HasEntityField(string search) =>
        search.Contains("datamodel", StringComparison.OrdinalIgnoreCase)
        && EntityFields.Any(suffix => search.Contains(suffix, StringComparison.Ordinal));
}
