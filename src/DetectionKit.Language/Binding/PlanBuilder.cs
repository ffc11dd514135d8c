using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding;

/// <summary>A plan in the making: the source, the stages so far, and the columns that rows have behind them. One for a search; not safe for several threads.</summary>
internal sealed class PlanBuilder
{
    private readonly ImmutableArray<PlanStage>.Builder _stages = ImmutableArray.CreateBuilder<PlanStage>();
    private readonly SearchText _search;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, string> _delimiters = new(StringComparer.Ordinal);
    private int _values;

    public PlanBuilder(SearchText search, LookupSchemas lookups, DiagnosticBag diagnostics, FilledFields? filled = null)
    {
        _search = search;
        _diagnostics = diagnostics;
        Lookups = lookups;
        Filled = filled;
    }

    /// <summary>The lookups that are defined.</summary>
    public LookupSchemas Lookups { get; }

    /// <summary>What readers fill; null: not known.</summary>
    public FilledFields? Filled { get; }

    /// <summary>The fields of raw events that are read.</summary>
    public EventReads Reads { get; private init; } = new();

    /// <summary>What is read; null before the first command.</summary>
    public PlanSource? Source { get; private set; }

    /// <summary>The stages so far.</summary>
    public ImmutableArray<PlanStage> Stages => _stages.ToImmutable();

    /// <summary>The columns that rows can have behind the last stage.</summary>
    public PlanSchema Schema { get; private set; } = PlanSchema.Open;

    /// <summary>How many findings there are so far: whether something below was reported already.</summary>
    public int Findings => _diagnostics.Count;

    /// <summary>How many of them are errors.</summary>
    public int Errors => _diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>An empty plan over the same text: for a subsearch.</summary>
    public PlanBuilder Nested() => new(_search, Lookups, _diagnostics, Filled) { IsMapped = IsMapped, Reads = Reads };

    /// <summary>An empty plan over the same text: for a search that runs for each row of this one.</summary>
    public PlanBuilder Mapped() => new(_search, Lookups, _diagnostics, Filled) { IsMapped = true, Reads = Reads };

    /// <summary>Whether the search runs for rows of another, whose values stand for <c>$field$</c>.</summary>
    public bool IsMapped { get; init; }

    /// <summary>Sets what is read.</summary>
    public void Begin(PlanSource source, PlanSchema schema)
    {
        Source = source;
        Schema = schema;
        Reads.Make(schema);
    }

    /// <summary>Whether names and texts may hold templates of foreach.</summary>
    public bool IsTemplate { get; private set; }

    /// <summary>Begins the body of a foreach, over rows of a schema.</summary>
    public void BeginTemplate(TextSpan span, PlanSchema schema)
    {
        IsTemplate = true;
        Begin(new GivenSource(span), schema);
    }

    /// <summary>Adds a stage and says what columns it leaves.</summary>
    public void Add(PlanStage stage, PlanSchema schema)
    {
        _stages.Add(stage);
        Schema = schema;
        Reads.Make(schema);
        if (_values == 0)
            return;

        // The values of subsearches were columns for this one stage.
        string[] columns = [.. Enumerable.Range(1, _values).Select(ValueColumn)];
        _values = 0;
        _stages.Add(new FieldsStage(stage.Span, [.. columns], Remove: true));
        Schema = schema with { Columns = schema.Columns.RemoveRange(columns) };
    }

    /// <summary>The value of a subsearch as a column that the next stage has.</summary>
    public FieldSymbol ValueOf(SubsearchSyntax syntax)
    {
        var subsearch = PipelineBinder.Bind(syntax, this);
        if (!subsearch.Schema.CanHave("search") && !subsearch.Schema.CanHave("query"))
            Report(DiagnosticTable.Expected, syntax.Span, "a subsearch that ends with `return $field`", "one without");
        return Ahead(column => new SpecStage(syntax.Span, new SubsearchValueSpec(column), ColumnNeeds.Of()) { Subsearches = [subsearch] });
    }

    /// <summary>A column that rows have for the next stage alone, filled by a stage put before it.</summary>
    /// <param name="fill">Makes that stage, given the column's name.</param>
    public FieldSymbol Ahead(Func<string, PlanStage> fill)
    {
        BeforeAhead?.Invoke();
        var column = ValueColumn(++_values);
        _stages.Add(fill(column));
        return new FieldSymbol.Column(column);
    }

    /// <summary>Says what stands between the values of columns where they are made one text.</summary>
    public void Delimit(IEnumerable<string> columns, string delimiter)
    {
        foreach (var column in columns)
            _delimiters[column] = delimiter;
    }

    /// <summary>What stands between a column's values where they are made one text; null: nothing was said.</summary>
    public string? DelimiterOf(string column) => _delimiters.GetValueOrDefault(column);

    /// <summary>Called before a stage is put ahead of a command: adds what the command holds back, since that stage may read it.</summary>
    public Action? BeforeAhead { get; set; }

    private static string ValueColumn(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{number}]");

    /// <summary>A command could not be bound: from here on nothing is known of the columns, so that one error does not make many.</summary>
    public void LoseTrack(TextSpan span)
    {
        Source ??= new RawSource(span, new ConstantPredicate(span, false), [], null);
        Schema = PlanSchema.Open;
    }

    /// <summary>The text of a stretch, as written.</summary>
    public string TextOf(TextSpan span) => _search.Text.Substring(span.Start, span.Length);

    /// <summary>A reader of a text whose places are those of the search.</summary>
    public SplReader ReaderOf(string text) => new(new SearchText(text, _search.Segments), _diagnostics);

    /// <summary>Reports at a stretch.</summary>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> args) =>
        _diagnostics.Report(descriptor, _search, span, args);

    /// <summary>Reports at a stretch, with what to write instead.</summary>
    public void ReportWithFix(DiagnosticDescriptor descriptor, TextSpan span, string? replacement, params ReadOnlySpan<object?> args) =>
        _diagnostics.ReportWithFix(descriptor, _search, span, replacement, args);

    /// <summary>Takes note of a field of raw events that is read.</summary>
    public void ReadEvent(NameSyntax name) => Reads.Read(name, _search.UsesAt(name.Span.Start).IsEmpty, isOfValues: false);

    /// <summary>The column that a name reads; reports one that no row can have.</summary>
    public FieldSymbol Column(NameSyntax name) => Column(Schema, name);

    /// <summary>The column that a name reads from rows of a schema; reports one that no row can have.</summary>
    public FieldSymbol Column(PlanSchema schema, NameSyntax name)
    {
        // A macro is written for many searches, and names columns that some of them do not have.
        if (_search.UsesAt(name.Span.Start).IsEmpty)
            CheckRead(schema, name);
        else
            CheckMention(schema, name);
        return new FieldSymbol.Column(name.Text);
    }

    /// <summary>
    /// Checks a name that a command mentions, where a column that no row can have does no harm: reported as a misspelling where one is near enough, else
    /// a warning.
    /// </summary>
    public void CheckMention(PlanSchema schema, NameSyntax name)
    {
        if (name.IsPattern)
        {
            CheckPattern(schema, name);
            return;
        }

        if (CanHave(schema, name))
            return;
        if (Suggestion.Misspelt(name.Text, schema.Columns) is null)
            ReportIdle(schema, name);
        else
            CheckRead(schema, name);
    }

    /// <summary>Warns of a name that no row can have, where that does no harm.</summary>
    public void ReportIdle(PlanSchema schema, NameSyntax name) => Report(DiagnosticTable.IdleColumn, name.Span, name.Text, ColumnList(schema));

    /// <summary>Warns of a field or model that nothing fills, where a search and its subsearches name it first.</summary>
    /// <param name="name">The name.</param>
    /// <param name="why">What would fill it, or why nothing does.</param>
    public void ReportUnfilled(NameSyntax name, string why)
    {
        if (Reads.IsFirstUnfilled(name.Text))
            Report(DiagnosticTable.UnfilledField, name.Span, name.Text, why);
    }

    // `Proceses.*` where columns begin with `Processes.`
    private void CheckPattern(PlanSchema schema, NameSyntax name)
    {
        if (schema.IsOpen || !name.Text.EndsWith(".*", StringComparison.Ordinal) || schema.Columns.Any(column => Wildcards.Matches(name.Text, column)))
            return;
        var prefixes = schema.Columns.Select(column => column[..(column.LastIndexOf('.') + 1)]).Where(prefix => prefix.Length > 0);
        if (Suggestion.Misspelt(name.Text[..^1], prefixes) is { } near)
            ReportWithFix(DiagnosticTable.UnknownColumn, name.Span, near + "*", name.Text, ColumnList(schema), Suggestion.Tail(near + "*"));
    }

    private bool CanHave(PlanSchema schema, NameSyntax name)
    {
        if (IsTemplate && Templates.IsOne(name.Text))
            return true;
        if (schema.IsOfEvents && !schema.Has(name.Text))
            Reads.Read(name, _search.UsesAt(name.Span.Start).IsEmpty, schema.IsOfValues);
        return schema.CanHave(name.Text);
    }

    private void CheckRead(PlanSchema schema, NameSyntax name)
    {
        if (CanHave(schema, name))
            return;
        var near = Suggestion.For(name.Text, schema.Columns);
        ReportWithFix(DiagnosticTable.UnknownColumn, name.Span, near, name.Text, ColumnList(schema), Suggestion.Tail(near));
    }

    private static string ColumnList(PlanSchema schema)
    {
        const int Shown = 8;
        if (schema.Columns.IsEmpty)
            return "none";
        var names = string.Join(", ", schema.Columns.Take(Shown).Select(column => $"`{column}`"));
        return schema.Columns.Length > Shown ? names + ", ..." : names;
    }
}
