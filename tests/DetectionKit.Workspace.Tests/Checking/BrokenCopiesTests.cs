using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Content.Macros;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Workspace.Checking;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Tests.Checking;

/// <summary>
/// Public rules that compile are broken in one place each, in every place that there is. Counts, by the command, the copies that compile still, and those whose
/// first error lies in another command than the change.
/// </summary>
[Explicit("minutes; reads ../shared")]
public sealed class BrokenCopiesTests
{
    private const int Shown = 12;

    [TestCase(Breakage.Field, 0.99, 0.99)]
    [TestCase(Breakage.EventField, 0.95, 0.99)]
    [TestCase(Breakage.Macro, 1, 1)]
    [TestCase(Breakage.Parenthesis, 1, 0.99)]
    [TestCase(Breakage.Bracket, 1, 0.95)]
    [TestCase(Breakage.Quote, 1, 0.95)]
    [TestCase(Breakage.Backtick, 1, 1)]
    [TestCase(Breakage.Command, 1, 1)]
    [TestCase(Breakage.Function, 0.99, 1)]
    [TestCase(Breakage.Pipe, 0.96, 0.99)]
    [TestCase(Breakage.Comma, 0.85, 0.99)]
    public void A_rule_broken_in_one_place_does_not_compile(Breakage what, double atLeast, double inPlaceAtLeast)
    {
        var root = Repository.Corpus("splunk");
        var content = ContentSet.Parse(ContentFolder.Read(root, "."));
        var context = new RuleContext(content.Macros, LookupSchemas.Of(content.Lookups.Values), DataSources.Read(root, "."));
        var (caught, placed, all) = (0, 0, 0);
        var missed = new List<(string Command, string Text)>();
        var elsewhere = new List<(string Command, string Text)>();
        foreach (var (full, shown) in RuleFiles.Find(root, ["detections"]))
        {
            var file = TextFile.Read(full, shown);
            var compilation = RuleCompilation.Of(file, context);
            if (compilation.Plan is null || compilation.Diagnostics.HasErrors || compilation.Syntax!.Search is not { } search)
                continue;
            var fields = context.EventFieldsOf(compilation.Syntax);
            foreach (var change in BrokenSearch.Changes(search.Value, what, fields))
            {
                all++;
                var broken = change.Apply(search.Value);
                var found = Errors(broken, shown, context, fields);
                var text = $"{shown}: {BrokenSearch.Around(broken, change.At)}";
                if (found.Count == 0)
                {
                    missed.Add((BrokenSearch.CommandAt(search.Value, change.At), text));
                    continue;
                }

                caught++;
                if (BrokenSearch.IsNear(broken, change, Place(found[0], shown)))
                    placed++;
                else
                    elsewhere.Add((BrokenSearch.CommandAt(search.Value, change.At), $"{text}   >>> {found[0].Message} at {BrokenSearch.Around(broken, found[0].Span.Span.Start)}"));
            }
        }

        Show("compile still", missed);
        Show("say it elsewhere", elsewhere);
        TestContext.Out.WriteLine($"{what}: {caught} of {all} broken copies do not compile; {placed} of these say so where the change is");
        Assert.That((double)caught / all, Is.AtLeast(atLeast));
        Assert.That((double)placed / caught, Is.AtLeast(inPlaceAtLeast));
    }

    private static void Show(string what, List<(string Command, string Text)> copies)
    {
        foreach (var group in copies.GroupBy(copy => copy.Command, StringComparer.Ordinal).OrderByDescending(group => group.Count()))
        {
            TestContext.Out.WriteLine($"{group.Count()} {what}, broken in {group.Key}");
            foreach (var copy in group.Take(Shown))
                TestContext.Out.WriteLine("    " + copy.Text);
        }
    }

    private static List<Diagnostic> Errors(string search, string path, RuleContext context, EventFields fields)
    {
        var diagnostics = new DiagnosticBag();
        var text = MacroExpander.Expand(SearchText.Of(new SourceText(path, search)), context.Macros, Path.GetFileNameWithoutExtension(path), diagnostics);
        if (!diagnostics.HasErrors)
            Language.Spl.SplCompiler.Compile(text.Search, new("", "", 0, "", []), context.Lookups, diagnostics, null, fields);
        return [.. diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).OrderBy(diagnostic => Place(diagnostic, path).Start)];
    }

    private static TextSpan Place(Diagnostic diagnostic, string path) =>
        string.Equals(diagnostic.Span.Source.Path, path, StringComparison.Ordinal) ? diagnostic.Span.Span : diagnostic.Labels[^1].Span.Span;
}
