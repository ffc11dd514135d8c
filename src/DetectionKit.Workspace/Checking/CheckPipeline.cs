using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Models;
using DetectionKit.Compiler.Emit;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Content;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Workspace.Caching;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Checking;

/// <summary>One check: read, look into the cache, compile what is not there, in one Roslyn compilation, and remember it.</summary>
internal sealed class CheckPipeline
{
    private readonly CompileCache? _cache;
    private readonly ImmutableArray<ContentFile> _content;
    private readonly FrozenDictionary<string, TextFile> _contentFiles;
    private readonly ContentHashes _hashes;
    private readonly CacheIndex _index;
    private readonly Lazy<ContentSet> _parsed;
    private readonly Lazy<RuleContext> _context;
    private readonly ReferencedNames _names;

    public CheckPipeline(ImmutableArray<ContentFile> content, ReferencedNames names, CompileCache? cache, Lazy<FilledFields>? filled)
    {
        _names = names;
        _content = content;
        _cache = cache;
        _index = cache?.Load() ?? new CacheIndex();
        _contentFiles = content.DistinctBy(file => file.File.ShownPath, StringComparer.Ordinal).ToFrozenDictionary(file => file.File.ShownPath, file => file.File, StringComparer.Ordinal);
        _parsed = new Lazy<ContentSet>(() => ContentSet.Parse(_content));
        _context = new Lazy<RuleContext>(() => new RuleContext(_parsed.Value.Macros, LookupSchemas.Of(_parsed.Value.Lookups.Values), names.Sources, filled?.Value));
        _hashes = ContentHashes.Of(_content, _index, _parsed, names.Sources);
    }

    public CheckResult Check(IReadOnlyList<(string Full, string Shown)> files, bool isStrict, IReadOnlyDictionary<string, string>? earlier)
    {
        var rules = new Rule[files.Count];
        var contentPaths = _content.Select(file => file.File.FullPath).ToFrozenSet(StringComparer.Ordinal);
        Parallel.For(0, files.Count, index => rules[index] = Look(files[index].Full, files[index].Shown, contentPaths));
        var misses = rules.Where(rule => rule is { Cached: null, IsContent: false }).ToArray();
        Compile(misses);
        var crossReferences = new CrossReferences(_names);
        var results = new List<CheckedFile>();
        foreach (var rule in rules.Where(rule => !rule.IsContent))
        {
            if (earlier is not null && earlier.TryGetValue(rule.File.FullPath, out var text))
                VersionRaised.Check(rule.File, text, rule.Diagnostics);
            results.Add(Result(rule, crossReferences, isStrict));
        }

        results.AddRange(ContentResults(rules, isStrict));
        if (_cache is not null && (misses.Length > 0 || _hashes.HasChanged))
            Save(rules);
        var lookups = new Lazy<ImmutableDictionary<string, LookupTable>>(() => _parsed.Value.Lookups);
        return new CheckResult([.. results.OrderBy(file => file.Path, StringComparer.Ordinal)], lookups, misses.Length);
    }

    private Rule Look(string full, string shown, FrozenSet<string> contentPaths)
    {
        var rule = new Rule { File = TextFile.Read(full, shown), IsContent = contentPaths.Contains(full) };
        if (rule.IsContent || !_index.Rules.TryGetValue(full, out var cached) || !IsCurrent(cached, rule.File))
            return rule;
        var codec = new DiagnosticCodec(rule.File, _contentFiles);
        var diagnostics = cached.Diagnostics.Select(codec.Decode).ToArray();
        if (diagnostics.All(diagnostic => diagnostic is not null))
        {
            rule.Cached = cached;
            rule.Diagnostics.AddRange(diagnostics!);
        }

        return rule;
    }

    private bool IsCurrent(CachedRule cached, TextFile file) =>
        string.Equals(cached.Hash, file.Hash, StringComparison.Ordinal)
        && cached.Reached.All(reach => string.Equals(_hashes.Find(reach.Kind, reach.Name), reach.Hash, StringComparison.Ordinal))
        && (cached.Image.Length == 0 || _cache!.Image(cached.Image) is not null);

    private void Compile(Rule[] misses)
    {
        if (misses.Length == 0)
            return;
        var context = _context.Value;
        Parallel.ForEach(misses, rule => rule.Compilation = RuleCompilation.Of(rule.File, context));
        var good = misses.Where(rule => rule.Compilation!.Plan is not null).ToArray();
        var (image, failures) = new ImageBuilder(plans => DetectorCompiler.Compile(plans)).Build([.. good.Select(rule => rule.Compilation!.Plan!)]);
        foreach (var (place, failure) in failures)
        {
            var plan = good[place].Compilation!.Plan!;
            good[place].Compilation!.Diagnostics.Report(DiagnosticTable.EmitDefect, plan.Text, plan.Source.Span, failure);
        }

        good = [.. good.Where((_, place) => !failures.ContainsKey(place))];
        var name = image is null || _cache is null ? "" : _cache.Add(image);
        for (var i = 0; i < good.Length; i++)
            (good[i].Image, good[i].ImageName, good[i].ClassName) = (image, name, image!.ClassNames[i]);
        foreach (var rule in misses)
            Remember(rule);
    }

    private void Remember(Rule rule)
    {
        var compilation = rule.Compilation!;
        rule.Diagnostics.AddRange(compilation.Diagnostics);
        var codec = new DiagnosticCodec(rule.File, _contentFiles);
        var reached = compilation.Macros.Select(name => (Kind: ReachKind.Macro, Name: name))
            .Concat(compilation.Lookups.Select(name => (Kind: ReachKind.Lookup, Name: name)))
            .Append((Kind: ReachKind.DataSources, Name: ""));
        rule.Cached = new CachedRule(
            rule.File.Hash,
            [.. reached.Select(reach => new Reach(reach.Kind, reach.Name, _hashes.Find(reach.Kind, reach.Name)))],
            [.. compilation.Diagnostics.Select(codec.Encode)],
            Text(compilation.Syntax?.Name),
            Text(compilation.Syntax?.Id),
            RuleSummary.Of(compilation.Syntax),
            References(compilation.Syntax),
            rule.ImageName,
            rule.ClassName ?? "");
    }

    private CheckedFile Result(Rule rule, CrossReferences crossReferences, bool isStrict)
    {
        var cached = rule.Cached!;
        crossReferences.Check(rule.File, cached, rule.Diagnostics);
        var compilation = new Lazy<RuleCompilation>(() => rule.Compilation ?? RuleCompilation.Of(rule.File, _context.Value));
        var parts = new FileParts(
            cached.ClassName.Length == 0 ? null : cached.ClassName,
            () => compilation.Value.Syntax,
            () => compilation.Value.Plan,
            () => rule.Image ?? (cached.Image.Length == 0 ? null : _cache!.Image(cached.Image)))
        {
            Key = KeyOf(cached),
            Summary = cached.Summary,
        };
        return new CheckedFile(rule.File.ShownPath, rule.File.FullPath, isDetection: true, rule.File.Hash, Final(rule.Diagnostics, isStrict), parts);
    }

    private static string KeyOf(CachedRule rule)
    {
        var reached = rule.Reached.Select(reach => $"{reach.Kind} {reach.Name} {reach.Hash}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', reached.Prepend(CompilerStamp.Current).Prepend(rule.Hash)))));
    }

    /// <summary>Content files that were asked for, and all that have something to say.</summary>
    private IEnumerable<CheckedFile> ContentResults(Rule[] rules, bool isStrict)
    {
        var asked = rules.Where(rule => rule.IsContent).Select(rule => rule.File.FullPath).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0 && _hashes.AreAllClean)
            yield break;
        var byFile = _parsed.Value.Diagnostics.ToLookup(diagnostic => diagnostic.Span.Source.Path, StringComparer.Ordinal);
        foreach (var file in _content.Select(content => content.File))
        {
            var found = new DiagnosticBag();
            found.AddRange(byFile[file.ShownPath]);
            if (found.Count > 0 || asked.Contains(file.FullPath))
                yield return new CheckedFile(file.ShownPath, file.FullPath, isDetection: false, file.Hash, Final(found, isStrict), FileParts.None);
        }
    }

    private void Save(Rule[] rules)
    {
        // Another process may have saved meanwhile: its rules stay, ours are laid over them.
        var index = _cache!.Load();
        foreach (var gone in index.Rules.Keys.Where(path => !File.Exists(path)).ToArray())
            index.Rules.Remove(gone);
        foreach (var rule in rules.Where(rule => rule is { IsContent: false, File.Failure: null }))
            index.Rules[rule.File.FullPath] = rule.Cached!;
        _hashes.Store(index);
        _cache.Save(index);
    }

    private static ImmutableArray<Diagnostic> Final(DiagnosticBag diagnostics, bool isStrict) =>
    [
        .. diagnostics
            .Select(diagnostic => isStrict && diagnostic.Severity == Severity.Warning
                ? diagnostic with { Descriptor = diagnostic.Descriptor with { Severity = Severity.Error } }
                : diagnostic)
            .OrderBy(diagnostic => diagnostic.Span.Source.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Span.Span.Start)
            .ThenBy(diagnostic => diagnostic.Descriptor.Code, StringComparer.Ordinal),
    ];

    private static ImmutableArray<CachedReference> References(DetectionSyntax? syntax) => syntax is null
        ? []
        : [.. syntax.DataSources.Select(source => new CachedReference(false, Text(source)!)), .. syntax.Tags.AnalyticStories.Select(story => new CachedReference(true, Text(story)!))];

    private static CachedText? Text(Located<string>? text) =>
        text is { } known ? new CachedText(known.Value, known.Span.Span.Start, known.Span.Span.Length) : null;

    private sealed class Rule
    {
        public required TextFile File { get; init; }

        public bool IsContent { get; init; }

        public DiagnosticBag Diagnostics { get; } = [];

        public CachedRule? Cached { get; set; }

        public RuleCompilation? Compilation { get; set; }

        public DetectorImage? Image { get; set; }

        public string ImageName { get; set; } = "";

        public string? ClassName { get; set; }
    }
}
