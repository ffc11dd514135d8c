using System.Text.RegularExpressions;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Content.Macros;
using DetectionKit.Language.Text;
using DetectionKit.Workspace.Checking;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Tests.Checking;

/// <summary>
/// Public rules that compile are broken in one place each: a field, a macro or a parenthesis. Counts, by the command, the copies that compile still;
/// what cannot be seen is a value that looks like a field, and a column that was not there before either.
/// </summary>
[Explicit("minutes; reads ../shared")]
public sealed partial class BrokenCopiesTests
{
    [TestCase("field", 0.99)]
    [TestCase("macro", 1)]
    [TestCase("parenthesis", 1)]
    public void A_rule_broken_in_one_place_does_not_compile(string what, double atLeast)
    {
        var root = Repository.Corpus("splunk");
        var content = ContentSet.Parse(ContentFolder.Read(root, "."));
        var schemas = LookupSchemas.Of(content.Lookups.Values);
        var (caught, all) = (0, 0);
        var missed = new List<(string Command, string Text)>();
        foreach (var (full, shown) in RuleFiles.Find(root, ["detections"]))
        {
            var file = TextFile.Read(full, shown);
            var compilation = RuleCompilation.Of(file, content.Macros, schemas, null);
            if (compilation.Plan is null || compilation.Diagnostics.HasErrors || compilation.Syntax!.Search is not { } search || (what is "field" && !search.Value.Contains("datamodel", StringComparison.Ordinal)))
                continue;
            foreach (var (at, length, text) in Places(search.Value, what))
            {
                var broken = search.Value[..at] + text + search.Value[(at + length)..];
                all++;
                if (Fails(broken, shown, content.Macros, schemas))
                    caught++;
                else
                    missed.Add((CommandAt(search.Value, at), $"{shown}: {Around(broken, at)}"));
            }
        }

        foreach (var group in missed.GroupBy(miss => miss.Command, StringComparer.Ordinal).OrderByDescending(group => group.Count()))
        {
            TestContext.Out.WriteLine($"{group.Count()} compile still, broken in {group.Key}");
            foreach (var miss in group.Take(8))
                TestContext.Out.WriteLine("    " + miss.Text);
        }

        TestContext.Out.WriteLine($"{caught} of {all} broken copies do not compile");
        Assert.That((double)caught / all, Is.AtLeast(atLeast));
    }

    private static bool Fails(string search, string path, MacroLibrary macros, LookupSchemas schemas)
    {
        var diagnostics = new Language.Diagnostics.DiagnosticBag();
        var text = MacroExpander.Expand(SearchText.Of(new SourceText(path, search)), macros, Path.GetFileNameWithoutExtension(path), diagnostics);
        if (!diagnostics.HasErrors)
            Language.Spl.SplCompiler.Compile(text.Search, new("", "", 0, "", []), schemas, diagnostics);
        return diagnostics.HasErrors;
    }

    private static IEnumerable<(int At, int Length, string Text)> Places(string search, string what) => what switch
    {
        "field" => Fields(search),
        "macro" => Macro().Matches(search).Select(match => (match.Groups["name"].Index, match.Groups["name"].Length, Misspelt(match.Groups["name"].Value))),
        _ => Outside(search).Where(at => search[at] is '(' or ')').Select(at => (at, 1, "")),
    };

    // Every reading of a model's field and of a column that tstats or stats made, once for each rule.
    private static IEnumerable<(int At, int Length, string Text)> Fields(string search)
    {
        var outside = Outside(search).ToHashSet();
        var names = Name().Matches(search).Where(match => outside.Contains(match.Index) && (match.Index == 0 || search[match.Index - 1] != '`')).ToArray();
        var models = names.Where(match => match.Value.Contains('.', StringComparison.Ordinal)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var columns = models.Select(name => name[(name.LastIndexOf('.') + 1)..]).ToHashSet(StringComparer.Ordinal);
        foreach (var match in names)
        {
            // Names that are given, values behind `=`, and stems of wildcards are no reading of a field.
            var before = search[..match.Index].TrimEnd();
            var after = match.Index + match.Length < search.Length ? search[match.Index + match.Length] : ' ';
            if (after is '*' || before is [.., '='] || before.EndsWith(" as", StringComparison.OrdinalIgnoreCase))
                continue;
            if (models.Contains(match.Value) && match.Length - match.Value.LastIndexOf('.') > 3)
                yield return (match.Index, match.Length, Misspelt(match.Value));
            else if (columns.Contains(match.Value) && match.Length > 2 && after != '(')
                yield return (match.Index, match.Length, Misspelt(match.Value));
        }
    }

    private static string Misspelt(string name)
    {
        var last = name.Length - 1;
        return name[last] == name[last - 1] ? name + "x" : name[..(last - 1)] + name[last] + name[last - 1];
    }

    // Places outside of quotes and comments.
    private static IEnumerable<int> Outside(string search)
    {
        var quoted = false;
        for (var i = 0; i < search.Length; i++)
        {
            if (quoted && search[i] == '\\')
            {
                i++;
                continue;
            }

            if (search.AsSpan(i).StartsWith("```", StringComparison.Ordinal))
            {
                i = Math.Max(i, search.IndexOf("```", i + 3, StringComparison.Ordinal) + 2);
                continue;
            }

            if (search[i] == '"')
                quoted = !quoted;
            else if (!quoted)
                yield return i;
        }
    }

    private static string CommandAt(string search, int at)
    {
        var pipe = search.LastIndexOf('|', at);
        var word = Name().Match(search, pipe + 1).Value;
        return word;
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 40)].ReplaceLineEndings(" ");

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_.]*", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("(?<!`)`(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.None, 1000)]
    private static partial Regex Macro();
}
