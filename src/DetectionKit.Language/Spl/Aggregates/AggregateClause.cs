using System.Collections.Immutable;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Aggregates;

/// <summary>What stats and eventstats have in common: aggregates, and the fields by which they group.</summary>
/// <param name="Functions">The aggregates in order.</param>
/// <param name="By">The by-fields in order.</param>
/// <param name="AllNumbers"><c>allnum=true</c>: statistics of numbers only where all values are numbers.</param>
/// <param name="DistinctBy"><c>dedup_splitvals=true</c>: a by-field that holds one value several times counts once.</param>
/// <param name="Delimiter"><c>delim</c>: what <c>nomv</c> puts between the values of lists; null: what it always does.</param>
internal sealed record AggregateClause(ImmutableArray<AggregateSyntax> Functions, ImmutableArray<NameSyntax> By, bool AllNumbers = false, bool DistinctBy = false, string? Delimiter = null)
{
    private static readonly string[] Options = ["allnum", "delim", "partitions", "dedup_splitvals"];

    /// <summary>Reads up to the end of the command; null and a report where nothing can be made of it.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="command">The command's name, for reports.</param>
    /// <param name="option">Takes an option that only this command has.</param>
    public static AggregateClause? Read(SplReader reader, string command, Func<OptionTaken>? option = null)
    {
        var functions = ImmutableArray.CreateBuilder<AggregateSyntax>();
        var by = ImmutableArray<NameSyntax>.Empty;
        var clause = new AggregateClause([], []);
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            var taken = TakeOption(reader, command, ref clause, option);
            if (taken == OptionTaken.Failed)
                return null;
            if (taken == OptionTaken.Yes)
                continue;
            if (reader.TryTakeWord("by"))
            {
                if (ParseBy(reader, command, ref clause, option) is not { } names)
                    return null;
                by = names;
            }
            else if (AggregateParser.Parse(reader) is { } function)
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
        return clause with { Functions = functions.ToImmutable(), By = by };
    }

    /// <summary>As s-expressions.</summary>
    public IEnumerable<string> Describe() =>
        [.. Functions.Select(function => function.Describe()), AllNumbers ? "allnum" : "", By.IsEmpty ? "" : $"by=({string.Join(' ', By.Select(name => name.Describe()))})"];

    private static ImmutableArray<NameSyntax>? ParseBy(SplReader reader, string command, ref AggregateClause clause, Func<OptionTaken>? option)
    {
        var names = ImmutableArray.CreateBuilder<NameSyntax>();
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            var taken = TakeOption(reader, command, ref clause, option);
            if (taken == OptionTaken.Failed)
                return null;
            if (taken == OptionTaken.Yes)
                continue;
            if (reader.Peek() is { Kind: TokenKind.Word } word && word.Text.Contains('*', StringComparison.Ordinal))
            {
                reader.ReportExpected("a field: `by` takes no wildcards");
                return null;
            }
            else if ((names.Count == 0 || !LostPipe.IsReportedInList(reader)) && reader.ReadName("a field") is { } name)
            {
                names.Add(name);
            }
            else
            {
                return null;
            }
        }

        if (names.Count > 0)
            return names.ToImmutable();
        reader.ReportExpected("a field behind `by`");
        return null;
    }

    private static OptionTaken TakeOption(SplReader reader, string command, ref AggregateClause clause, Func<OptionTaken>? own)
    {
        var taken = own?.Invoke() ?? OptionTaken.No;
        if (taken != OptionTaken.No || !reader.AtOption())
            return taken;
        if (reader.ReadOption() is not { } option)
            return OptionTaken.Failed;
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "partitions":
                reader.Count(option);
                break;
            case "dedup_splitvals":
                clause = clause with { DistinctBy = reader.Flag(option) ?? clause.DistinctBy };
                break;
            case "allnum":
                clause = clause with { AllNumbers = reader.Flag(option) ?? clause.AllNumbers };
                break;
            case "delim":
                clause = clause with { Delimiter = option.Value.Text };
                break;
            default:
                reader.ReportUnknown(option, command, Options);
                break;
        }

        return OptionTaken.Yes;
    }
}

/// <summary>What became of an option that a command was asked to take.</summary>
internal enum OptionTaken
{
    /// <summary>It is not one of its own.</summary>
    No,

    /// <summary>It was read.</summary>
    Yes,

    /// <summary>It cannot be read, and that was reported.</summary>
    Failed,
}
