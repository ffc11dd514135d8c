using System.Collections.Immutable;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Listed;

/// <summary>A command that has nothing but options and names: <c>makemv delim="," a</c>, <c>accum a AS b</c>, <c>top limit=3 a b BY c</c>.</summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Command">Which command it is.</param>
/// <param name="Options">The options in order.</param>
/// <param name="Names">The names in order.</param>
/// <param name="As">The name behind <c>AS</c>, or null.</param>
/// <param name="By">The names behind <c>BY</c>.</param>
internal sealed record ListedSyntax(
    TextSpan Span,
    TextSpan Keyword,
    ListedCommand Command,
    ImmutableArray<OptionSyntax> Options,
    ImmutableArray<NameSyntax> Names,
    NameSyntax? As,
    ImmutableArray<NameSyntax> By) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        Command.Names[0],
        [
            .. Options.Select(option => option.Describe()),
            .. Names.Select(name => name.Describe()),
            As is null ? "" : $"->{As.Describe()}",
            By.IsEmpty ? "" : $"by=({string.Join(' ', By.Select(name => name.Describe()))})",
        ]);
}
