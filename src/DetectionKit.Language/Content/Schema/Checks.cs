using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using DetectionKit.Language.Diagnostics;

namespace DetectionKit.Language.Content.Schema;

/// <summary>Checks of single values, each with its diagnostic.</summary>
internal static partial class Checks
{
    public static void OneOf(Located<string>? value, string what, FrozenSet<string> allowed, DiagnosticBag diagnostics)
    {
        if (value is not { } text || allowed.Contains(text.Value))
            return;
        var suggestion = Suggestion.For(text.Value, allowed.Order(StringComparer.Ordinal));
        var tail = suggestion is null ? Known(allowed) : Suggestion.Tail(suggestion);
        var fix = suggestion is null ? null : new DiagnosticFix(text.Span, suggestion);
        diagnostics.Report(DiagnosticTable.UnknownValue, text.Span, [], fix, text.Value, what, tail);
    }

    public static void Uuid(Located<string>? value, DiagnosticBag diagnostics)
    {
        if (value is { } text && !Guid.TryParseExact(text.Value, "D", out _))
            diagnostics.Report(DiagnosticTable.BadUuid, text.Span, text.Value);
    }

    public static void Date(Located<string>? value, DiagnosticBag diagnostics)
    {
        if (value is { } text && !DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            diagnostics.Report(DiagnosticTable.BadDate, text.Span, text.Value);
    }

    public static void Attack(Located<string> value, DiagnosticBag diagnostics)
    {
        if (!AttackId().IsMatch(value.Value))
            diagnostics.Report(DiagnosticTable.BadAttackId, value.Span, value.Value);
    }

    public static void Cve(Located<string> value, DiagnosticBag diagnostics)
    {
        if (!CveId().IsMatch(value.Value))
            diagnostics.Report(DiagnosticTable.BadCveId, value.Span, value.Value);
    }

    public static void Reference(Located<string> value, DiagnosticBag diagnostics)
    {
        if (!Uri.TryCreate(value.Value.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            diagnostics.Report(DiagnosticTable.BadReference, value.Span, value.Value);
    }

    private static string Known(FrozenSet<string> allowed) =>
        allowed.Count > 8 ? "" : "; known: " + string.Join(", ", allowed.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^T[0-9]{4}(\.[0-9]{3})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AttackId();

    [GeneratedRegex(@"^CVE-[0-9]{4}-[0-9]{4,}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CveId();
}
