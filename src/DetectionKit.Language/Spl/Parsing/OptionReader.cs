using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>Reads <c>name=value</c> options.</summary>
internal static class OptionReader
{
    /// <summary>Whether <c>word=</c> stands here.</summary>
    public static bool AtOption(this SplReader reader) =>
        reader.Peek().Kind == TokenKind.Word && reader.PeekSecond().Kind is TokenKind.Equal or TokenKind.DoubleEqual;

    /// <summary>Reads an option; null and a report where its value is missing. Call it at <see cref="AtOption"/>.</summary>
    public static OptionSyntax? ReadOption(this SplReader reader)
    {
        var name = reader.Take();
        reader.Take();
        if (reader.Peek().Kind is not (TokenKind.Word or TokenKind.QuotedText or TokenKind.QuotedName))
        {
            reader.ReportExpected($"a value for `{name.Text}`");
            return null;
        }

        var value = reader.Take();
        return new OptionSyntax(reader.SpanFrom(name.Span.Start), new NameSyntax(name.Span, name.Text), new NameSyntax(value.Span, value.Text));
    }

    /// <summary>Reports an option that the command does not have.</summary>
    public static void ReportUnknown(this SplReader reader, OptionSyntax option, string command, params ReadOnlySpan<string> known)
    {
        var near = Suggestion.For(option.Name.Text, known.ToArray());
        reader.ReportWithFix(DiagnosticTable.UnknownOption, option.Name.Span, near, option.Name.Text, command, Suggestion.Tail(near));
    }

    /// <summary>The option's value as true or false; null and a report where it is neither.</summary>
    public static bool? Flag(this SplReader reader, OptionSyntax option)
    {
        var flag = OptionValues.Flag(option.Value.Text);
        if (flag is null)
            reader.ReportValue(option, "`true` or `false`");
        return flag;
    }

    /// <summary>The option's value as a whole number that is not negative; null and a report where it is none.</summary>
    public static int? Count(this SplReader reader, OptionSyntax option)
    {
        var count = OptionValues.Count(option.Value.Text);
        if (count is null)
            reader.ReportValue(option, "a whole number");
        return count;
    }

    /// <summary>Reports an option that has a value that it cannot have.</summary>
    public static void ReportValue(this SplReader reader, OptionSyntax option, string expected) =>
        reader.Report(DiagnosticTable.BadOptionValue, option.Value.Span, option.Name.Text, option.Value.Text, expected);
}

/// <summary>An option as written.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record OptionSyntax(TextSpan Span, NameSyntax Name, NameSyntax Value) : SyntaxNode(Span)
{
    /// <summary>Whether it is called so, without case.</summary>
    public bool Is(string name) => string.Equals(Name.Text, name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string Describe() => $"{Name.Text}={Value.Describe()}";
}
