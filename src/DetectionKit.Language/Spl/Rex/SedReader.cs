using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Rex;

/// <summary>Reads <c>s/expression/replacement/flags</c> and <c>y/from/to/</c>, several apart by blanks or semicolons. Manual: rex, mode=sed.</summary>
internal static class SedReader
{
    /// <summary>The edits; null and a report where they cannot be read.</summary>
    public static ImmutableArray<SedEdit>? Read(NameSyntax syntax, PlanBuilder plan)
    {
        var edits = ImmutableArray.CreateBuilder<SedEdit>();
        var rest = syntax.Text.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            if (Edit(ref rest, syntax, plan) is not { } edit)
                return null;
            edits.Add(edit);
            rest = rest.TrimStart(" ;\n");
        }

        if (edits.Count > 0)
            return edits.ToImmutable();
        Fail(syntax, plan);
        return null;
    }

    private static SedEdit? Edit(ref ReadOnlySpan<char> rest, NameSyntax syntax, PlanBuilder plan)
    {
        var kind = rest[0];
        var start = syntax.Text.Length - rest.Length;
        var mark = rest.Length > 1 ? rest[1] : '\0';
        rest = rest.Length > 1 ? rest[2..] : [];
        if (kind is not ('s' or 'y') || char.IsAsciiLetterOrDigit(mark) || Part(ref rest, mark) is not { } from || Part(ref rest, mark) is not { } to)
        {
            Fail(syntax, plan);
            return null;
        }

        var end = rest.IndexOfAny(" ;\n");
        var flags = end < 0 ? rest : rest[..end];
        rest = rest[flags.Length..];
        if (kind == 'y' && flags.IsEmpty && Plain(from, mark) is { Length: > 0 } letters && Plain(to, mark) is var others && letters.Length == others.Length)
            return new SedEdit(null, letters, others, 0);
        if (kind == 'y' || Occurrence(flags) is not { } occurrence)
        {
            Fail(syntax, plan);
            return null;
        }

        var expression = TextRegex.Of(from);
        if (expression.Error is { } error)
        {
            var at = QuotedTexts.PlaceOf(plan.TextOf(syntax.Span), syntax.Text, start + 2 + expression.ErrorOffset);
            plan.Report(DiagnosticTable.BadRegex, at is { } place ? new TextSpan(syntax.Span.Start + place, 1) : syntax.Span, error);
        }

        return new SedEdit(expression, "", Replacement(to, mark), occurrence);
    }

    // Up to the mark; what a backslash escapes stays escaped.
    private static string? Part(ref ReadOnlySpan<char> rest, char mark)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == mark)
            {
                var part = rest[..i].ToString();
                rest = rest[(i + 1)..];
                return part;
            }

            i += rest[i] == '\\' ? 1 : 0;
        }

        return null;
    }

    // No flag: the first match. g: every one. A number: that one.
    private static int? Occurrence(ReadOnlySpan<char> flags) => flags switch
    {
        [] => 1,
        "g" => 0,
        _ => int.TryParse(flags, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null,
    };

    private static string Plain(string text, char mark) =>
        text.Replace("\\" + mark, mark.ToString(), StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
            .Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);

    // References to groups stay; other escapes are resolved, so that only a digit or a backslash stands behind a backslash.
    private static string Replacement(string text, char mark)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i] == '\\' && i + 1 < text.Length ? text[i + 1] : '\0';
            _ = next switch
            {
                '\0' => result.Append(text[i]),
                'n' => result.Append('\n'),
                't' => result.Append('\t'),
                'r' => result.Append('\r'),
                _ when next == mark => result.Append(mark),
                _ => result.Append('\\').Append(next),
            };
            i += next == '\0' ? 0 : 1;
        }

        return result.ToString();
    }

    private static void Fail(NameSyntax syntax, PlanBuilder plan) =>
        plan.Report(DiagnosticTable.BadOptionValue, syntax.Span, "a sed expression", syntax.Text, "`s/expression/replacement/`, with `g` or a number behind it, or `y/abc/xyz/` with as many characters on both sides");
}
