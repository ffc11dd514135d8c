using System.Collections.Immutable;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Chart;

/// <summary>Reads what chart and timechart have in common: aggregates, options, and fields behind <c>OVER</c> and <c>BY</c>.</summary>
/// <param name="Functions">The aggregates.</param>
/// <param name="Over">The field behind <c>OVER</c>, or null.</param>
/// <param name="By">The fields behind <c>BY</c>.</param>
/// <param name="Options">The options.</param>
internal sealed record ChartReader(ImmutableArray<AggregateSyntax> Functions, NameSyntax? Over, ImmutableArray<NameSyntax> By, ChartOptions Options)
{
    /// <summary>Reads up to the end of the command; null and a report where nothing can be made of it.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="splitAt">How many fields stand before the one that splits.</param>
    public static ChartReader? Read(SplReader reader, string command, int splitAt)
    {
        var functions = ImmutableArray.CreateBuilder<AggregateSyntax>();
        var by = ImmutableArray.CreateBuilder<NameSyntax>();
        var options = new ChartOptions();
        NameSyntax? over = null;
        var isBy = false;
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.AtOption() && reader.Peek().Is("agg"))
            {
                // agg=count: the aggregate itself.
                reader.Take();
                reader.Take();
                if (AggregateParser.Parse(reader) is not { } aggregate)
                    return null;
                functions.Add(aggregate);
            }
            else if (reader.AtOption())
            {
                if (!options.Read(reader, command, by.Count + (over is null ? 0 : 1) > splitAt))
                    return null;
            }
            else if (splitAt > 0 && over is null && reader.TryTakeWord("over"))
            {
                if ((over = reader.ReadName("a field behind `over`")) is null)
                    return null;
            }
            else if (!isBy && reader.TryTakeWord("by"))
            {
                isBy = true;
            }
            else if (by.Count + (over is null ? 0 : 1) > 0 && reader.Peek().Is("where"))
            {
                if ((options.Where = SeriesChoiceReader.Read(reader)) is null)
                    return null;
            }
            else if (isBy)
            {
                if (reader.ReadName("a field behind `by`") is not { } name)
                    return null;
                by.Add(name);
            }
            else if (AggregateParser.Parse(reader, canCompute: true) is { } function)
            {
                functions.Add(function);
            }
            else
            {
                return null;
            }
        }

        if (functions.Count == 0)
            reader.ReportExpected("an aggregate: `count`, `values(field)`");
        else if (isBy && by.Count == 0)
            reader.ReportExpected("a field behind `by`");
        return new ChartReader(functions.ToImmutable(), over, by.ToImmutable(), options);
    }
}
