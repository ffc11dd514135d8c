using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Join;

/// <summary>Reads <c>join</c> (Splunk Search Reference, "join"). Options stand before, among and behind the fields, as rules write them.</summary>
internal sealed class JoinParser(SplReader reader)
{
    private static readonly string[] Options = ["type", "usetime", "earlier", "overwrite", "max", "left", "right", .. SubsearchOptions.Names];

    private readonly ImmutableArray<(NameSyntax Left, NameSyntax Right)>.Builder _keys = ImmutableArray.CreateBuilder<(NameSyntax, NameSyntax)>();
    private int _limit = SubsearchOptions.DefaultLimit;
    private bool _keepUnmatched;
    private int _matches = 1;
    private bool _useTime;
    private bool _earlier = true;
    private bool _overwrite = true;
    private string? _left;
    private string? _right;

    public JoinSyntax? Parse(Token keyword)
    {
        while (reader.Peek().Kind != TokenKind.OpenBracket && !reader.AtCommandEnd)
        {
            if (!reader.TryTake(TokenKind.Comma) && !ParsePart())
                return null;
        }

        if (reader.ReadSubsearch() is not { } subsearch)
            return null;
        var time = !_useTime ? JoinTime.Any : _earlier ? JoinTime.Earlier : JoinTime.Later;
        var spec = new JoinSpec([], _keepUnmatched, _matches, time, _overwrite, _limit, Prefix(_left), Prefix(_right));
        return new JoinSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, _keys.ToImmutable(), spec, subsearch);
    }

    private static string Prefix(string? alias) => alias is null ? "" : alias + ".";

    private bool ParsePart()
    {
        if (_left is not null && _right is not null && reader.TryTakeWord("where"))
            return ParseWhere();
        if (reader.AtOption())
            return reader.ReadOption() is { } option && Apply(option);
        if (reader.ReadName("a field or a subsearch in `[ ]`") is not { } name)
            return false;
        _keys.Add((name, name));
        return true;
    }

    // `where L.a = R.b AND L.c = R.d`: the aliases say which side is which.
    private bool ParseWhere()
    {
        do
        {
            if (reader.ReadName("a field of one side") is not { } one || !reader.Require(TokenKind.Equal, "`=`") || reader.ReadName("a field of the other side") is not { } other)
                return false;
            if (Within(one, _left!) is { } left && Within(other, _right!) is { } right)
                _keys.Add((left, right));
            else if (Within(other, _left!) is { } swapped && Within(one, _right!) is { } first)
                _keys.Add((swapped, first));
            else
                return Refuse(one, other);
        }
        while (reader.TryTakeWord("AND") || IsWithin(reader.Peek()));
        return true;
    }

    // The manual writes pairs behind one another too, without AND.
    private bool IsWithin(Token token) => token.Text.StartsWith(_left + ".", StringComparison.Ordinal) || token.Text.StartsWith(_right + ".", StringComparison.Ordinal);

    private bool Refuse(NameSyntax one, NameSyntax other)
    {
        reader.Report(DiagnosticTable.Expected, TextSpan.FromBounds(one.Span.Start, other.Span.End), $"a field of `{_left}.` and one of `{_right}.`", $"`{one.Text}` and `{other.Text}`");
        return false;
    }

    private static NameSyntax? Within(NameSyntax name, string alias) =>
        name.Text.StartsWith(alias + ".", StringComparison.Ordinal) ? new NameSyntax(name.Span, name.Text[(alias.Length + 1)..]) : null;

    private bool Apply(OptionSyntax option)
    {
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "type":
                return ApplyType(option);
            case "usetime":
                _useTime = reader.Flag(option) ?? false;
                return true;
            case "earlier":
                _earlier = reader.Flag(option) ?? true;
                return true;
            case "overwrite":
                _overwrite = reader.Flag(option) ?? true;
                return true;
            case "max":
                _matches = reader.Count(option) ?? 1;
                return true;
            case "left":
                _left = option.Value.Text;
                return true;
            case "right":
                _right = option.Value.Text;
                return true;
            default:
                if (!reader.TryApply(option, ref _limit))
                    reader.ReportUnknown(option, "join", Options);
                return true;
        }
    }

    private bool ApplyType(OptionSyntax option)
    {
        switch (option.Value.Text.ToLowerInvariant())
        {
            case "inner":
                _keepUnmatched = false;
                return true;
            case "left" or "outer":
                _keepUnmatched = true;
                return true;
            default:
                reader.ReportValue(option, "`inner`, `left` or `outer`");
                return false;
        }
    }
}
