using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Tstats;

/// <summary><c>tstats count FROM datamodel=X WHERE ... BY ...</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Functions">The aggregates in order.</param>
/// <param name="Model">The data model, with <c>.Dataset</c> or not; null: raw events.</param>
/// <param name="Where">The condition, or null.</param>
/// <param name="By">The by-fields in order.</param>
/// <param name="TimeSpan">The width of time buckets or null.</param>
/// <param name="FillNull">The text for by-fields that are absent, or null.</param>
/// <param name="Prestats">Whether the next command aggregates.</param>
/// <param name="Append">Whether its rows come behind those before it.</param>
internal sealed record TstatsSyntax(
    TextSpan Span,
    TextSpan Keyword,
    ImmutableArray<AggregateSyntax> Functions,
    NameSyntax? Model,
    SearchSyntax? Where,
    ImmutableArray<NameSyntax> By,
    BucketSpan? TimeSpan,
    string? FillNull,
    bool Prestats,
    bool Append) : CommandSyntax(Span, Keyword)
{
    /// <summary>Those of the by-fields that are <c>PREFIX(name=)</c>: the beginnings of terms.</summary>
    public ImmutableArray<NameSyntax> Prefixes { get; init; } = [];

    /// <inheritdoc/>
    public override string Describe() => List(
        "tstats",
        [
            .. Functions.Select(function => function.Describe()),
            Model is null ? "" : $"from={Model.Describe()}",
            Where is null ? "" : $"where={Where.Describe()}",
            By.IsEmpty ? "" : "by=" + List("", By.Select(name => name.Describe())).Replace("( ", "(", StringComparison.Ordinal),
            TimeSpan is { } width ? string.Create(CultureInfo.InvariantCulture, $"span={width.Width} {width.Unit}") : "",
            Prestats ? "prestats" : "",
            Append ? "append" : "",
            Prefixes.IsEmpty ? "" : $"prefixes={string.Join(',', Prefixes.Select(prefix => prefix.Text))}",
            FillNull is null ? "" : $"fillnull={FillNull}",
        ]);
}
