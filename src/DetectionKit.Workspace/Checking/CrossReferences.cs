using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Workspace.Caching;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Checking;

/// <summary>
/// What can only be seen over all files: names and ids that two rules share, files that are called otherwise than their rules, and data sources and
/// stories that the content does not have.
/// </summary>
/// <param name="names">What data sources and stories there are.</param>
internal sealed class CrossReferences(ReferencedNames names)
{
    private readonly Dictionary<string, SourceSpan> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SourceSpan> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks a rule against those before it.</summary>
    public void Check(TextFile file, CachedRule rule, DiagnosticBag diagnostics)
    {
        var name = rule.Name;
        foreach (var reference in rule.References)
            Known(file, reference, diagnostics);
        Unique(file, rule.Id, _ids, DiagnosticTable.DuplicateId, diagnostics);
        Unique(file, name, _names, DiagnosticTable.DuplicateName, diagnostics);
        if (string.IsNullOrWhiteSpace(name?.Text))
            return;
        var expected = FileName(name.Text);
        var actual = Path.GetFileNameWithoutExtension(file.FullPath);
        if (!string.Equals(Collapse(expected), Collapse(actual), StringComparison.Ordinal))
            diagnostics.Report(DiagnosticTable.FileNameDiffers, Place(file, name), expected);
    }

    private void Known(TextFile file, CachedReference reference, DiagnosticBag diagnostics)
    {
        if ((reference.IsStory ? names.Stories : names.Sources?.Names) is not { } known)
            return;
        string[] parts = reference.IsStory ? [reference.Name.Text] : DataSources.Parts(reference.Name.Text);
        foreach (var part in parts.Where(part => !known.Contains(part)))
        {
            var alike = known.Where(name => Digits(name).SequenceEqual(Digits(part))).Order(StringComparer.Ordinal).ToArray();
            var near = (Digits(part).Any() || reference.IsStory ? Suggestion.For(part, alike) : Suggestion.Misspelt(part, alike)) ?? alike.FirstOrDefault(name => HasWordsOf(name, part));
            var descriptor = reference.IsStory ? DiagnosticTable.UnknownStory : DiagnosticTable.UnknownDataSource;
            diagnostics.Report(descriptor, Place(file, reference.Name), part, Suggestion.Tail(near));
        }
    }

    // `Windows Security 5136` is short for `Windows Event Log Security 5136`.
    private static bool HasWordsOf(string name, string part) =>
        part.Split(' ') is { Length: > 1 } words && words.All(word => name.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase));

    // Another number is another event, and no slip; so is another word where there is no number.
    private static IEnumerable<char> Digits(string name) => name.Where(char.IsAsciiDigit);

    /// <summary>The name in lower case; what is no letter or digit becomes an underscore.</summary>
    private static string FileName(string name) =>
        string.Concat(name.Trim().ToLowerInvariant().Select(unit => char.IsAsciiLetterOrDigit(unit) ? unit : '_'));

    /// <summary>Runs of underscores count as one, both ways of writing <c>a - b</c> being in use, and articles may be left out.</summary>
    private static string Collapse(string fileName) =>
        string.Join('_', fileName.Split('_', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")));

    private static void Unique(TextFile file, CachedText? text, Dictionary<string, SourceSpan> seen, DiagnosticDescriptor descriptor, DiagnosticBag diagnostics)
    {
        if (text is null)
            return;
        if (seen.TryGetValue(text.Text, out var first))
            diagnostics.Report(descriptor, Place(file, text), [new DiagnosticLabel(first, "it stands here first")], null, text.Text);
        else
            seen.Add(text.Text, Place(file, text));
    }

    private static SourceSpan Place(TextFile file, CachedText text) => new(file.Source, new TextSpan(text.Start, text.Length));
}
