using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Return;

/// <summary><c>return 10 a b=c $d</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Limit">How many rows are used.</param>
/// <param name="Columns">The columns as written, each with the name under which it is compared (null: <c>$</c>).</param>
internal sealed record ReturnSyntax(TextSpan Span, TextSpan Keyword, int Limit, IReadOnlyList<(NameSyntax Column, string? Name)> Columns) : CommandSyntax(Span, Keyword)
{
    /// <summary>The stage.</summary>
    public ReturnSpec ToSpec() => new(Limit, [.. Columns.Select(column => new ReturnColumn(column.Column.Text, column.Name))]);

    /// <inheritdoc/>
    public override string Describe() =>
        List("return", [$"limit={Limit}", .. Columns.Select(column => column.Name is null ? "$" + column.Column.Describe() : $"{column.Column.Describe()}->{column.Name}")]);
}
