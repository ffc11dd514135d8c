using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Tstats;

/// <summary>Reads <c>tstats</c> (Splunk Search Reference, "tstats"). Options stand anywhere before <c>WHERE</c>, as rules write them.</summary>
internal sealed class TstatsParser(SplReader reader)
{
    private static readonly string[] Options =
    [
        "summariesonly", "allow_old_summaries", "fillnull_value", "prestats", "chunk_size", "local", "append", "include_reduced_buckets", "span",
        "datamodel",
    ];

    private readonly ImmutableArray<AggregateSyntax>.Builder _functions = ImmutableArray.CreateBuilder<AggregateSyntax>();
    private ImmutableArray<NameSyntax> _by = [];
    private NameSyntax? _model;
    private SearchSyntax? _where;
    private BucketSpan? _timeSpan;
    private string? _fillNull;
    private bool _prestats;
    private bool _append;
    private ImmutableArray<NameSyntax> _prefixes = [];

    public TstatsSyntax? Parse(Token keyword)
    {
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (!ParseClause())
                return null;
        }

        if (_functions.Count == 0)
            reader.ReportExpected("an aggregate: `count`, `values(field)`");
        return new TstatsSyntax(
            reader.SpanFrom(keyword.Span.Start), keyword.Span, _functions.ToImmutable(), _model, _where, _by, _timeSpan, _fillNull, _prestats, _append)
        { Prefixes = _prefixes };
    }

    private bool ParseClause()
    {
        if (reader.AtOption())
            return reader.ReadOption() is { } option && Apply(option);
        if (reader.TryTakeWord("from"))
            return ParseFrom();
        if (reader.TryTakeWord("where"))
        {
            _where = SearchConditionParser.Parse(reader, IsBy);
            return _where is not null;
        }

        if (IsBy(reader.Peek()))
        {
            reader.Take();
            return ParseBy();
        }

        if (AggregateParser.Parse(reader) is not { } function)
            return false;
        _functions.Add(function);
        return true;
    }

    private bool ParseFrom()
    {
        if (reader.Peek().Is("datamodel") && !reader.AtOption())
        {
            reader.Take();
            _model = reader.ReadName("a data model");
            return _model is not null;
        }

        if (reader.AtOption() && reader.Peek().Is("datamodel"))
            return reader.ReadOption() is { } option && Apply(option);
        reader.ReportExpected("`datamodel=`");
        return false;
    }

    private bool ParseBy()
    {
        var names = ImmutableArray.CreateBuilder<NameSyntax>();
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option || !Apply(option))
                    return false;
                continue;
            }

            if (reader.AtDirective() && reader.Peek().Text is "PREFIX")
            {
                if (SearchDirective.ReadPrefix(reader) is not { } prefix)
                    return false;
                _prefixes = _prefixes.Add(prefix);
                names.Add(prefix);
                continue;
            }

            if (reader.ReadName("a field") is not { } name)
                return false;
            names.Add(name);
        }

        if (names.Count == 0)
        {
            reader.ReportExpected("a field behind `by`");
            return false;
        }

        _by = names.ToImmutable();
        return true;
    }

    private bool Apply(OptionSyntax option)
    {
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "datamodel":
                _model = option.Value;
                return true;
            case "fillnull_value":
                _fillNull = option.Value.Text;
                return true;
            case "span" when string.Equals(option.Value.Text, "auto", StringComparison.OrdinalIgnoreCase):
                return true;
            case "span":
                _timeSpan = reader.Width(option, timeOnly: true);
                return true;
            case "prestats":
                _prestats = reader.Flag(option) ?? false;
                return true;
            case "append":
                _append = reader.Flag(option) ?? false;
                return true;
            case "summariesonly" or "allow_old_summaries" or "local" or "include_reduced_buckets":
                reader.Flag(option);
                return true;
            case "chunk_size":
                reader.Count(option);
                return true;
            default:
                reader.ReportUnknown(option, "tstats", Options);
                return true;
        }
    }

    private static bool IsBy(Token token) => token.Is("by") || token.Is("groupby");
}
