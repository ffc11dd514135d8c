using System.Collections.Immutable;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Content.Macros;

/// <summary>
/// Replaces the macro uses of a search by their definitions, as often as definitions use macros themselves. Comments become a blank.
/// What is wrong is reported at the character: of the rule, or of the macro's file with the uses that led there as labels.
/// </summary>
public sealed class MacroExpander
{
    private const int MostUses = 10_000;
    private const int LongestText = 4 << 20;
    private const int DeepestNesting = 100;
    private readonly Stack<string> _active = new();
    private readonly DiagnosticBag _diagnostics;
    private readonly string _fileName;
    private readonly MacroLibrary _library;
    private readonly SortedSet<string> _reached = new(StringComparer.Ordinal);
    private bool _isExhausted;
    private int _length;
    private int _uses;

    private MacroExpander(MacroLibrary library, string fileName, DiagnosticBag diagnostics)
    {
        _library = library;
        _fileName = fileName;
        _diagnostics = diagnostics;
    }

    /// <summary>Expands a search.</summary>
    /// <param name="search">The search as the rule has it.</param>
    /// <param name="library">The macros.</param>
    /// <param name="fileName">The rule's file name without folder and extension, after which its filter macro is named.</param>
    /// <param name="diagnostics">Takes unknown macros, wrong arguments and the like.</param>
    public static MacroExpansion Expand(SearchText search, MacroLibrary library, string fileName, DiagnosticBag diagnostics)
    {
        var expander = new MacroExpander(library, fileName, diagnostics);
        var expanded = expander.Expand(search);
        return new MacroExpansion(expanded, [.. expander._reached]);
    }

    private SearchText Expand(SearchText search)
    {
        var text = search.Text;
        var offset = 0;
        var copied = 0;
        var searchEnd = 0;
        var builder = new SearchTextBuilder();
        while (true)
        {
            var kind = MacroScanner.Next(text, ref offset, ref searchEnd, out var end);
            builder.InQuotes = false;
            builder.Append(search, TextSpan.FromBounds(copied, offset));
            builder.InQuotes = offset < searchEnd;
            var span = TextSpan.FromBounds(offset, end);
            switch (kind)
            {
                case MacroScanner.Kind.End:
                    return builder.Build(search.Locate(new TextSpan(0, 0)));
                case MacroScanner.Kind.Comment:
                    builder.Append(" ", search.Locate(span), search.UsesAt(offset));
                    break;
                case MacroScanner.Kind.Use:
                    Use(search, MacroScanner.Read(text, span), builder);
                    break;
                case MacroScanner.Kind.Unclosed:
                    _diagnostics.Report(DiagnosticTable.UnclosedMacro, search, new TextSpan(offset, 1));
                    return builder.Build(search.Locate(new TextSpan(0, 0)));
            }

            offset = copied = end;
        }
    }

    private void Use(SearchText search, MacroUse use, SearchTextBuilder builder)
    {
        var name = search.Text.Substring(use.Name.Start, use.Name.Length);
        if (!use.IsWellFormed)
        {
            _diagnostics.Report(DiagnosticTable.MalformedMacroUse, search, use.Span);
            return;
        }

        if (++_uses > MostUses || _length > LongestText || _active.Count > DeepestNesting)
        {
            if (!_isExhausted)
                _diagnostics.Report(DiagnosticTable.EndlessExpansion, search, use.Span);
            _isExhausted = true;
            return;
        }

        _reached.Add(name);
        if (search.Text.AsSpan(0, use.Span.Start).TrimEnd() is [.., not ('|' or '[')] && LostPipe.IsCommand(_library.Find(name)?.Definition.Text ?? BuiltInMacros.Find(name, _fileName)?.Before))
            _diagnostics.Report(DiagnosticTable.CommandAsWords, search, use.Span, name);
        if (_library.Find(name) is { } macro)
            Defined(search, use, macro, builder);
        else if (BuiltInMacros.Find(name, _fileName) is { } builtIn)
            BuiltIn(search, use, builtIn, builder);
        else
        {
            var suggestion = Suggestion.For(name, _library.Names(_fileName));
            _diagnostics.ReportWithFix(DiagnosticTable.UnknownMacro, search, use.Name, suggestion, name, Suggestion.Tail(suggestion));
        }
    }

    private void Defined(SearchText search, MacroUse use, MacroDefinition macro, SearchTextBuilder builder)
    {
        var place = search.Locate(use.Span);
        if (use.Arguments.Length != macro.Arguments.Length)
        {
            var labels = search.UsesAt(use.Span.Start).Insert(0, new DiagnosticLabel(macro.NameSpan, "it is defined here"));
            var expected = Count(macro.Arguments.Length, macro.Arguments.Length);
            _diagnostics.Report(DiagnosticTable.MacroArgumentCount, place, labels, null, macro.Name, expected, use.Arguments.Length);
            return;
        }

        if (_active.Contains(macro.Name, StringComparer.Ordinal))
        {
            _diagnostics.Report(DiagnosticTable.RecursiveMacro, search, use.Span, macro.Name);
            return;
        }

        var uses = search.UsesAt(use.Span.Start).Insert(0, new DiagnosticLabel(place, $"in the macro `{macro.Name}` that is used here"));
        var substituted = MacroArguments.Substitute(macro, search, use.Arguments, uses);
        _length += substituted.Text.Length;
        _active.Push(macro.Name);
        var body = Expand(substituted);
        _active.Pop();
        builder.Append(body, new TextSpan(0, body.Text.Length));
    }

    private void BuiltIn(SearchText search, MacroUse use, BuiltInMacro macro, SearchTextBuilder builder)
    {
        var place = search.Locate(use.Span);
        var uses = search.UsesAt(use.Span.Start);
        if (use.Arguments.Length < macro.MinArguments || use.Arguments.Length > macro.MaxArguments)
        {
            var expected = Count(macro.MinArguments, macro.MaxArguments);
            _diagnostics.Report(DiagnosticTable.MacroArgumentCount, place, uses, null, macro.Name, expected, use.Arguments.Length);
            return;
        }

        if (macro.IsAssumed)
            _diagnostics.Report(DiagnosticTable.AssumedMacro, place, uses, null, macro.Name, macro.Before);
        builder.Append(macro.Before, place, uses);
        if (macro.After is not null)
        {
            builder.Append(search, use.Arguments[0]);
            builder.Append(macro.After, place, uses);
        }
    }

    private static string Count(int fewest, int most) => (fewest, most) switch
    {
        (0, 0) => "no arguments",
        (1, 1) => "1 argument",
        _ when fewest == most => $"{most} arguments",
        _ => $"{fewest} to {most} arguments",
    };
}

/// <summary>An expanded search.</summary>
/// <param name="Search">The search without macros.</param>
/// <param name="Reached">The names of all macros that it used, also through other macros, also unknown ones; in ordinal order.</param>
public sealed record MacroExpansion(SearchText Search, ImmutableArray<string> Reached);
