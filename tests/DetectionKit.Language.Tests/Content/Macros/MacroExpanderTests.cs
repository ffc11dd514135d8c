using DetectionKit.Language.Content.Macros;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Tests.Content.Macros;

public sealed class MacroExpanderTests
{
    private static readonly MacroLibrary Library = new(
    [
        Macro("plain", "a=1"),
        Macro("nested", "x `plain` y"),
        Macro("one", "f($field$) $other$ $", "field"),
        Macro("two", "$b$-$a$-$a$", "a", "b"),
        Macro("pass", "`one($f$)`", "f"),
        Macro("quoted", "replace(p, \"`\", \"\")"),
        Macro("texts", "a=\"b c\" OR `plain`"),
        Macro("loop", "`loop`"),
    ]);

    [TestCase("search x | table y", "search x | table y")]
    [TestCase("`plain`", "a=1")]
    [TestCase("(`plain`)|`plain`", "(a=1)|a=1")]
    [TestCase("`nested`", "x a=1 y")]
    [TestCase("`one(src)`", "f(src) $other$ $")]
    [TestCase("` one ( src ) `", "f(src) $other$ $")]
    [TestCase("`two(p, \"q, r\")`", "q, r-p-p")]
    [TestCase("`pass(src)`", "f(src) $other$ $")]
    [TestCase("`quoted`", "replace(p, \"`\", \"\")")]
    [TestCase("a=\"`plain`\" b=\"\\\"`\"", "a=\"`plain`\" b=\"\\\"`\"")]
    [TestCase("x | map search=\"search `plain` b=$c$ | `plain`\" | `plain`", "x | map search=\"search a=1 b=$c$ | a=1\" | a=1")]
    [TestCase("[x | map maxsearches=5 search=\"`texts` d=\\\"e\\\"\"] `texts`", "[x | map maxsearches=5 search=\"a=\\\"b c\\\" OR a=1 d=\\\"e\\\"\"] a=\"b c\" OR a=1")]
    [TestCase("x | eval map=\"search=`plain`\"", "x | eval map=\"search=`plain`\"")]
    [TestCase("a ```no `plain` here``` b", "a   b")]
    [TestCase("`drop_dm_object_name(\"All_Traffic\")`", "rename \"All_Traffic.*\" as \"*\"")]
    [TestCase("`drop_dm_object_name(All_Traffic)`", "rename \"All_Traffic.*\" as \"*\"")]
    [TestCase("`rule_filter`", "search *")]
    [TestCase("`get_asset(src)`", "search *")]
    public void A_search_expands_to(string search, string expected)
    {
        Assert.That(Expand(search, out var diagnostics).Text, Is.EqualTo(expected));
        Assert.That(diagnostics.HasErrors, Is.False);
    }

    [Test]
    public void Every_quote_of_a_macro_in_a_search_in_quotes_is_escaped_however_many_there_are()
    {
        const int quotes = 20_000;
        var library = new MacroLibrary([Macro("many", new string('"', quotes))]);
        var search = SearchText.Of(new SourceText("rule.yml", "x | map search=\"`many`\""));
        var expanded = MacroExpander.Expand(search, library, "rule", new DiagnosticBag()).Search;
        Assert.That(expanded.Text, Is.EqualTo("x | map search=\"" + string.Concat(Enumerable.Repeat("\\\"", quotes)) + "\""));
        Assert.That(expanded.Locate(new TextSpan(expanded.Text.Length - 2, 1)).Span.Start, Is.EqualTo(quotes - 1), "in the macro's file");
    }

    [TestCase("`plian`", "DK1001", 1)]
    [TestCase("x | `other_filter`", "DK1001", 5)]
    [TestCase("`one`", "DK1003", 0)]
    [TestCase("`plain(x)`", "DK1003", 0)]
    [TestCase("`loop`", "DK1004", 0)]
    [TestCase("a `plain", "DK1005", 2)]
    [TestCase("a ``` b", "DK1005", 2)]
    [TestCase("a ``", "DK1006", 2)]
    [TestCase("`one(x`", "DK1006", 0)]
    [TestCase("`two words`", "DK1006", 0)]
    public void What_is_wrong_is_reported_at_its_character(string search, string code, int offset)
    {
        Expand(search, out var diagnostics);
        var found = diagnostics.Single();
        Assert.That((found.Descriptor.Code, found.Span.Span.Start), Is.EqualTo((code, offset)));
    }

    [Test]
    public void A_content_macro_goes_before_a_built_in_one()
    {
        var library = new MacroLibrary([Macro("rule_filter", "search dest!=192.0.2.1")]);
        var expansion = MacroExpander.Expand(Text("`rule_filter`"), library, "rule", []);
        Assert.That(expansion.Search.Text, Is.EqualTo("search dest!=192.0.2.1"));
    }

    [Test]
    public void A_place_in_an_expansion_leads_to_the_macro_s_file_and_to_its_uses()
    {
        var expanded = Expand("z `nested`", out _);
        var offset = expanded.Text.IndexOf("a=1", StringComparison.Ordinal);
        Assert.That(expanded.Locate(new TextSpan(offset, 1)).Source.Path, Is.EqualTo("plain.yml"));
        Assert.That(expanded.UsesAt(offset).Select(use => use.Span.Source.Path), Is.EqualTo(new[] { "nested.yml", "rule.yml" }));
    }

    [Test]
    public void A_place_in_an_argument_leads_to_the_use()
    {
        var expanded = Expand("z `pass(src)`", out _);
        var span = expanded.Locate(new TextSpan(expanded.Text.IndexOf("src", StringComparison.Ordinal), 3));
        Assert.That((span.Source.Path, span.Span), Is.EqualTo(("rule.yml", new TextSpan(8, 3))));
    }

    [Test]
    public void All_macros_that_are_reached_are_named_unknown_ones_too()
    {
        var expansion = MacroExpander.Expand(Text("`nested` `unknown`"), Library, "rule", []);
        Assert.That(expansion.Reached, Is.EqualTo(new[] { "nested", "plain", "unknown" }));
    }

    [Test]
    public void Macros_that_double_without_end_are_cut_off()
    {
        var library = new MacroLibrary(Enumerable.Range(0, 60).Select(i => Macro($"m{i}", $"`m{i + 1}($x$$x$)`", "x")).Append(Macro("m60", "$x$", "x")));
        var diagnostics = new DiagnosticBag();
        MacroExpander.Expand(Text("`m0(ab)`"), library, "rule", diagnostics);
        Assert.That(diagnostics.Single().Descriptor.Code, Is.EqualTo("DK1007"));
    }

    private static SearchText Expand(string search, out DiagnosticBag diagnostics)
    {
        diagnostics = [];
        return MacroExpander.Expand(Text(search), Library, "rule", diagnostics).Search;
    }

    private static SearchText Text(string search) => SearchText.Of(new SourceText("rule.yml", search));

    private static MacroDefinition Macro(string name, string definition, params string[] arguments)
    {
        var source = new SourceText(name + ".yml", definition);
        return new MacroDefinition(name, [.. arguments], SearchText.Of(source), new SourceSpan(source, new TextSpan(0, 0)));
    }
}
