using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Listed;

/// <summary>A command whose arguments are options and names in any order. It says which there are; reading them is the same for all.</summary>
internal abstract class ListedCommand : SplCommand
{
    /// <inheritdoc/>
    public sealed override Type SyntaxType => typeof(ListedSyntax);

    /// <summary>The names of its options, in lower case.</summary>
    protected virtual IReadOnlyList<string> Options => [];

    /// <summary>Whether options can have any name.</summary>
    protected virtual bool TakesAnyOption => false;

    /// <summary>What its names are: "a field".</summary>
    protected virtual string What => "a field";

    /// <summary>How many names there must be.</summary>
    protected virtual int Least => 0;

    /// <summary>How many names there can be.</summary>
    protected virtual int Most => int.MaxValue;

    /// <summary>Whether a name can stand behind <c>AS</c>.</summary>
    protected virtual bool TakesAs => false;

    /// <summary>Whether names can stand behind <c>BY</c>.</summary>
    protected virtual bool TakesBy => false;

    /// <inheritdoc/>
    public sealed override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var options = ImmutableArray.CreateBuilder<OptionSyntax>();
        var names = ImmutableArray.CreateBuilder<NameSyntax>();
        var by = ImmutableArray.CreateBuilder<NameSyntax>();
        NameSyntax? target = null;
        var into = names;
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                if (!TakesAnyOption && !Options.Contains(option.Name.Text, StringComparer.OrdinalIgnoreCase))
                    reader.ReportUnknown(option, Names[0], [.. Options]);
                options.Add(option);
            }
            else if (TakesAs && target is null && names.Count > 0 && reader.TryTakeWord("as"))
            {
                target = reader.ReadName("the new name");
            }
            else if (TakesBy && into == names && reader.TryTakeWord("by"))
            {
                into = by;
            }
            else if (into == names && names.Count == Most)
            {
                reader.ReportExpected("`|` or an option");
                return null;
            }
            else if (reader.ReadName(What) is { } name)
            {
                into.Add(name);
            }
            else
            {
                return null;
            }
        }

        if (names.Count < Least || (into == by && by.Count == 0))
            reader.ReportExpected(into == by ? "a field behind `by`" : What);
        return new ListedSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, this, options.ToImmutable(), names.ToImmutable(), target, by.ToImmutable());
    }

    /// <inheritdoc/>
    public sealed override void BindCommand(CommandSyntax syntax, PlanBuilder plan)
    {
        var listed = (ListedSyntax)syntax;
        if (listed.Names.Length < Least)
            plan.LoseTrack(syntax.Span);
        else
            Bind(new ListedArguments(listed, plan), plan);
    }

    /// <summary>Adds the command to a plan.</summary>
    /// <param name="arguments">What it was given.</param>
    /// <param name="plan">The plan so far.</param>
    protected abstract void Bind(ListedArguments arguments, PlanBuilder plan);
}
