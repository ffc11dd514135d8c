using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.InputLookup;

/// <summary><c>inputlookup append=true start=1 max=10 name WHERE ...</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Options">Its options.</param>
/// <param name="Table">The lookup.</param>
/// <param name="Where">The condition, or null.</param>
internal sealed record InputLookupSyntax(TextSpan Span, TextSpan Keyword, InputLookupOptions Options, NameSyntax Table, SearchSyntax? Where)
    : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "inputlookup",
        Options.Append ? "append" : "",
        Options.Start > 0 ? $"start={Options.Start}" : "",
        Options.Max is { } max ? $"max={max}" : "",
        Table.Describe(),
        Where is null ? "" : $"where={Where.Describe()}");
}

/// <summary>The options of <c>inputlookup</c>.</summary>
/// <param name="Append">Whether its rows come behind those before it.</param>
/// <param name="Start">How many rows of the table are passed over.</param>
/// <param name="Max">How many are read; null: all.</param>
internal sealed record InputLookupOptions(bool Append = false, int Start = 0, int? Max = null);
