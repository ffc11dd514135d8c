using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Spl.Chart;

/// <summary>The options of chart and timechart, which may stand anywhere among their arguments.</summary>
internal sealed class ChartOptions
{
    private static readonly string[] Known =
    [
        "span", "bins", "minspan", "aligntime", "start", "end", "limit", "useother", "usenull", "otherstr", "nullstr", "sep", "format", "cont",
        "partial", "fixedrange", "agg", "dedup_splitvals",
    ];

    private string _separator = ": ";
    private string? _format;
    private string _other = "OTHER";
    private string _null = "NULL";
    private bool _useOther = true;
    private bool _useNull = true;
    private bool _isFixed = true;
    private bool _isPartial = true;
    private bool _bottom;
    private int _limit = 10;

    private string? Align { get; set; }

    public BucketSpan? Span { get; private set; }

    public BucketSpan? SplitSpan { get; private set; }

    public BucketSpan? MinSpan { get; private set; }

    public int? Bins { get; private set; }

    public bool Continuous { get; private set; } = true;

    public bool DistinctBy { get; private set; }

    /// <summary>Which values get a column of their own, where a <c>WHERE</c> says so.</summary>
    public SeriesChoice? Where { get; set; }

    /// <summary>The split that these options describe.</summary>
    /// <param name="column">The column that splits.</param>
    /// <param name="aggregates">How many aggregates there are: of one, its sums say which values count most; of several, how often the values are there.</param>
    public ChartSplit SplitBy(string column, int aggregates) => new(
        column,
        SplitSpan,
        Where ?? new SeriesChoice(aggregates == 1 ? "sum" : "count", _limit, _bottom),
        _useOther ? _other : null,
        _useNull ? _null : null,
        _format ?? $"$AGG${_separator}$VAL$");

    /// <summary>The time that the search is about, where it says so.</summary>
    public ChartRange? RangeOf(PlanSource? source) => source is { Earliest: { } earliest } ? new(earliest, source.Latest, _isFixed, _isPartial) : null;

    /// <summary>From where buckets are counted: the search's own bounds, or a modifier.</summary>
    public string? AlignOf(PlanSource? source) => Align?.ToLowerInvariant() switch
    {
        "earliest" => source?.Earliest,
        "latest" => source?.Latest,
        _ => Align,
    };

    /// <summary>Reads one; false and a report where it cannot be read.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="isSplit">Whether the option stands behind the splitting field.</param>
    public bool Read(SplReader reader, string command, bool isSplit)
    {
        if (reader.ReadOption() is not { } option)
            return false;
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "span" when isSplit:
                SplitSpan = reader.Width(option);
                break;
            case "span":
                Span = reader.Width(option);
                break;
            case "minspan":
                MinSpan = reader.Width(option);
                break;
            case "bins":
                Bins = reader.Count(option);
                break;
            case "aligntime":
                Align = option.Value.Text;
                break;
            case "limit":
                ReadLimit(reader, option);
                break;
            case "useother":
                _useOther = reader.Flag(option) ?? true;
                break;
            case "usenull":
                _useNull = reader.Flag(option) ?? true;
                break;
            case "otherstr":
                _other = option.Value.Text;
                break;
            case "nullstr":
                _null = option.Value.Text;
                break;
            case "sep":
                _separator = option.Value.Text;
                break;
            case "format":
                _format = option.Value.Text;
                break;
            case "cont":
                Continuous = reader.Flag(option) ?? true;
                break;
            case "fixedrange":
                _isFixed = reader.Flag(option) ?? true;
                break;
            case "partial":
                _isPartial = reader.Flag(option) ?? true;
                break;
            case "dedup_splitvals":
                DistinctBy = reader.Flag(option) ?? DistinctBy;
                break;
            case "start" or "end":
                // How far an axis of numbers reaches beyond the rows that there are.
                break;
            default:
                reader.ReportUnknown(option, command, Known);
                break;
        }

        return true;
    }

    // 5, top5, bottom 5
    private void ReadLimit(SplReader reader, OptionSyntax option)
    {
        var text = option.Value.Text.ToLowerInvariant();
        if (text is "top" or "bottom" && reader.Peek().Kind == TokenKind.Word)
            text += reader.Take().Text;
        _bottom = text.StartsWith("bottom", StringComparison.Ordinal);
        var digits = _bottom ? text["bottom".Length..] : text.StartsWith("top", StringComparison.Ordinal) ? text["top".Length..] : text;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
            _limit = limit;
        else
            reader.ReportValue(option, "a whole number, `top5` or `bottom5`");
    }
}
