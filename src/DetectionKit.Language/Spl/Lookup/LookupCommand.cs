using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Lookup;

/// <summary><c>lookup</c></summary>
internal sealed class LookupCommand : SplCommand<LookupSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["lookup"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        while (reader.AtOption())
        {
            if (reader.ReadOption() is not { } option)
                return null;
            if (option.Is("local") || option.Is("update"))
                reader.Flag(option);
            else
                reader.ReportUnknown(option, "lookup", "local", "update");
        }

        if (reader.ReadName("a lookup") is not { } table || ParsePairs(reader) is not { } inputs)
            return null;
        if (inputs.IsEmpty)
        {
            reader.ReportExpected("a field to look up");
            return null;
        }

        ImmutableArray<LookupPairSyntax>? outputs = [];
        var keepExisting = false;
        if (IsOutput(reader.Peek()))
        {
            keepExisting = reader.Take().Is("OUTPUTNEW");
            outputs = ParsePairs(reader);
            if (outputs is null)
                return null;
            if (outputs.Value.IsEmpty)
                reader.ReportExpected("a column of the lookup");
        }

        return new LookupSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, table, inputs, outputs.Value, keepExisting);
    }

    /// <inheritdoc/>
    protected override void Bind(LookupSyntax syntax, PlanBuilder plan) => LookupBinder.Bind(syntax, plan);

    private static bool IsOutput(Token token) => token.Is("OUTPUT") || token.Is("OUTPUTNEW");

    private static ImmutableArray<LookupPairSyntax>? ParsePairs(SplReader reader)
    {
        var pairs = ImmutableArray.CreateBuilder<LookupPairSyntax>();
        while (!reader.AtCommandEnd && !IsOutput(reader.Peek()))
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.ReadName("a column of the lookup") is not { } column)
                return null;
            var field = column;
            if (reader.TryTakeWord("as"))
            {
                if (reader.ReadName("a field") is not { } named)
                    return null;
                field = named;
            }

            pairs.Add(new LookupPairSyntax(reader.SpanFrom(column.Span.Start), column, field));
        }

        return pairs.ToImmutable();
    }
}
