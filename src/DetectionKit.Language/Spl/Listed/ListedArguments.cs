using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Listed;

/// <summary>Reads the arguments of a <see cref="ListedCommand"/> as what they mean. What an option cannot be is reported, and its default taken.</summary>
/// <param name="syntax">The command as written.</param>
/// <param name="plan">The plan so far.</param>
internal sealed class ListedArguments(ListedSyntax syntax, PlanBuilder plan)
{
    /// <summary>The command.</summary>
    public TextSpan Span => syntax.Span;

    /// <summary>Where the command's name stands.</summary>
    public TextSpan Keyword => syntax.Keyword;

    /// <summary>The options as written.</summary>
    public ImmutableArray<OptionSyntax> Options => syntax.Options;

    /// <summary>The names as written.</summary>
    public ImmutableArray<NameSyntax> Names => syntax.Names;

    /// <summary>The name behind <c>AS</c>.</summary>
    public NameSyntax? As => syntax.As;

    /// <summary>The names, each a column that there can be.</summary>
    public ImmutableArray<string> Columns() => [.. syntax.Names.Select(name => plan.Column(name).Name)];

    /// <summary>The names behind <c>BY</c>, each a column that there can be.</summary>
    public ImmutableArray<string> ByColumns() => [.. syntax.By.Select(name => plan.Column(name).Name)];

    /// <summary>The option as written; null: it is not there. Of one given twice, the last.</summary>
    public OptionSyntax? Find(string option) => syntax.Options.LastOrDefault(one => one.Is(option));

    /// <summary>The option's text.</summary>
    public string? Text(string option) => Find(option)?.Value.Text;

    /// <summary>The column that an option names; null: the option is not there.</summary>
    public string? Column(string option) => Find(option) is { } found ? plan.Column(found.Value).Name : null;

    /// <summary>The option as true or false.</summary>
    public bool Flag(string option, bool otherwise)
    {
        if (Find(option) is not { } found)
            return otherwise;
        if (OptionValues.Flag(found.Value.Text) is { } flag)
            return flag;
        Fail(found, "`true` or `false`");
        return otherwise;
    }

    /// <summary>The option as a whole number that is not negative.</summary>
    public int Count(string option, int otherwise)
    {
        if (Find(option) is not { } found)
            return otherwise;
        if (OptionValues.Count(found.Value.Text) is { } count)
            return count;
        Fail(found, "a whole number");
        return otherwise;
    }

    /// <summary>The option as a number.</summary>
    public double? Number(string option)
    {
        if (Find(option) is not { } found)
            return null;
        if (double.TryParse(found.Value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        Fail(found, "a number");
        return null;
    }

    /// <summary>The option as the width of buckets.</summary>
    public BucketSpan? Width(string option)
    {
        if (Find(option) is not { } found)
            return null;
        if (SpanReader.Read(found.Value.Text) is { } span)
            return span;
        Fail(found, SpanReader.Examples);
        return null;
    }

    /// <summary>The option as the time from which buckets are counted: the search's own bounds, or a modifier.</summary>
    public string? Alignment(string option)
    {
        if (Find(option) is not { } found)
            return null;
        switch (found.Value.Text.ToLowerInvariant())
        {
            case "earliest":
                return plan.Source?.Earliest;
            case "latest":
                return plan.Source?.Latest;
            default:
                ConstantTexts.CheckBound(plan, found.Value.Span, found.Value.Text);
                return found.Value.Text;
        }
    }

    /// <summary>Reports what an option cannot be.</summary>
    public void Fail(OptionSyntax option, string expected) =>
        plan.Report(DiagnosticTable.BadOptionValue, option.Value.Span, option.Name.Text, option.Value.Text, expected);

    /// <summary>Whether a name was written in double quotes.</summary>
    public bool IsQuoted(NameSyntax name) => plan.TextOf(name.Span).StartsWith('"');

    /// <summary>Adds the stage.</summary>
    public void Add(StageSpec spec, ColumnNeeds needs, PlanSchema schema) => plan.Add(new SpecStage(syntax.Span, spec, needs), schema);
}
