using System.Collections.Immutable;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Conditions;

/// <summary>All of them; none: everything.</summary>
internal sealed class AllOf(ImmutableArray<RowFilter> parts) : RowFilter
{
    public override bool Matches(Row row)
    {
        foreach (var part in parts)
        {
            if (!part.Matches(row))
                return false;
        }

        return true;
    }
}

/// <summary>At least one of them.</summary>
internal sealed class AnyOf(ImmutableArray<RowFilter> parts) : RowFilter
{
    public override bool Matches(Row row)
    {
        foreach (var part in parts)
        {
            if (part.Matches(row))
                return true;
        }

        return false;
    }
}

/// <summary>Not.</summary>
internal sealed class NoneOf(RowFilter part) : RowFilter
{
    public override bool Matches(Row row) => !part.Matches(row);
}

/// <summary>A bare word or phrase.</summary>
internal sealed class Mentioned(string term) : RowFilter
{
    private readonly TermPattern _term = TermPattern.Of(term);

    public override bool Matches(Row row) => Search.Mentions(row, _term);
}

/// <summary>One of the column's values is in a list, read as the search command's <c>IN</c>; <c>*</c> alone asks whether the column is there.</summary>
internal sealed class IsIn(string column, params string[] values) : RowFilter
{
    private readonly SearchSet _values = SearchSet.Of(values);

    public override bool Matches(Row row) => Search.In(row[column], _values);
}

/// <summary>One of the column's values is none of these.</summary>
internal sealed class IsOther(string column, string value) : RowFilter
{
    private readonly SearchSet _value = SearchSet.Of(value);

    public override bool Matches(Row row)
    {
        foreach (var item in row[column].Items)
        {
            if (!_value.Contains(item.ToText()))
                return true;
        }

        return false;
    }
}

/// <summary>One of the column's values lies on one side of a bound.</summary>
internal sealed class IsBeyond(string column, string sign, string value) : RowFilter
{
    private readonly SearchBound _bound = SearchBound.Of(value);

    public override bool Matches(Row row) => sign switch
    {
        "<" => Search.Less(row[column], _bound),
        "<=" => Search.AtMost(row[column], _bound),
        ">" => Search.Greater(row[column], _bound),
        _ => Search.AtLeast(row[column], _bound),
    };
}

/// <summary>The event lies in a stretch of time: from its start, to its end, exclusive.</summary>
internal sealed class IsWithin(Timestamp? earliest, Timestamp? latest) : RowFilter
{
    public override bool Matches(Row row) =>
        row.Origin.Newest is not { } time || (!(time < earliest) && !(time >= latest));
}
