using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Binding.Conditions;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Binding.Models;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Tstats;

/// <summary>Binds <c>tstats</c>: a source with its condition, and one aggregation.</summary>
internal sealed class TstatsBinder(TstatsSyntax syntax, PlanBuilder plan)
{
    private readonly List<SourceField> _fields = [];

    public void Bind()
    {
        if (syntax.Model is null)
            BindRaw();
        else if (ModelNames.Find(plan, syntax.Model, out var child) is { } model)
            BindModel(new ModelScope(plan, syntax.Model.Text.Contains('.', StringComparison.Ordinal) ? model : RootOfFields(model)), child);
        else
            plan.Begin(new RawSource(syntax.Span, new ConstantPredicate(syntax.Span, false), [], null), OutputSchema([], isOpen: true));
    }

    private void BindModel(ModelScope scope, ModelChild? child)
    {
        foreach (var prefix in syntax.Prefixes)
            plan.Report(DiagnosticTable.UnsupportedOption, prefix.Span, "`PREFIX()` over a data model");
        var condition = syntax.Where is { } where
            ? EventCondition.Bind(where, plan, scope, new EventRowScope(scope, name => Read(scope, name), () => ReadAll(scope)))
            : EventCondition.None(syntax.Keyword);
        var filter = condition.Filter;
        if (child is not null && scope.Narrow(syntax.Model!.Span, child) is { } narrowed)
            filter = filter is ConstantPredicate { Value: true } ? narrowed : new AndPredicate(filter.Span, [narrowed, filter]);
        foreach (var name in (syntax.Prestats ? syntax.By.Add(new NameSyntax(syntax.Keyword, "_time")) : syntax.By).Except(syntax.Prefixes))
            Read(scope, name);
        var functions = BindFunctions(name => ReadAggregated(scope, name), new PlanSchema([.. scope.Model.AllFields.Select(field => $"{scope.Model.Dataset}.{field.Name}")], false));
        foreach (var pattern in functions.Where(function => function.Argument is not null))
            ReadExpanded(scope, pattern);
        condition.Begin(plan, new ModelSource(syntax.Span, scope.Model, filter, [.. _fields], scope.Feed), PlanSchema.Open);
        AddAggregate(functions);
    }

    // tstats over indexed fields: the same over raw events.
    private void BindRaw()
    {
        var condition = syntax.Where is { } where ? RawCondition.Bind(where, plan) : EventCondition.None(syntax.Keyword);
        condition.Begin(plan, new RawSource(syntax.Span, condition.Filter, [], null), PlanSchema.Open);
        PrefixTerms.Add(syntax.Prefixes, plan);
        AddAggregate(BindFunctions(name => new FieldSymbol.Column(name.Text), PlanSchema.Open));
    }

    private ImmutableArray<BoundAggregate> BindFunctions(Func<NameSyntax, FieldSymbol?> resolve, PlanSchema schema) =>
        [.. syntax.Functions.SelectMany(function => AggregateBinder.Bind(function, plan, resolve, schema))];

    private void AddAggregate(ImmutableArray<BoundAggregate> functions)
    {
        var by = syntax.By.Select(name => name.Text).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var width = by.Contains("_time", StringComparer.Ordinal) ? syntax.TimeSpan : null;
        if (syntax.Prestats)
        {
            AddEvents(by, functions, width);
            return;
        }

        plan.Add(new AggregateStage(syntax.Span, by, functions, width, syntax.FillNull), OutputSchema(functions, isOpen: false));
    }

    // With prestats the next command aggregates: what it gets is the events themselves, as far as the two name them. Then any aggregation of theirs comes out right.
    private void AddEvents(ImmutableArray<string> by, ImmutableArray<BoundAggregate> functions, BucketSpan? width)
    {
        var schema = new PlanSchema([.. by.Concat(functions.SelectMany(function => function.Argument is { } argument ? ColumnReads.Of(argument) : [])).Append("_time").Distinct(StringComparer.Ordinal)], IsOpen: false);
        if (syntax.FillNull is { } fill)
            plan.Add(new FillNullStage(syntax.Span, Value.Of(fill), by), schema);
        else if (!by.IsEmpty)
            plan.Add(new FilterStage(syntax.Span, new AndPredicate(syntax.Span, [.. by.Select(name => (BoundPredicate)new ExistsPredicate(syntax.Span, new FieldSymbol.Column(name)))])), schema);
        if (width is not null)
            plan.Add(new SpecStage(syntax.Span, new BinSpec("_time", "_time", width, 0, null, null, null, null), ColumnNeeds.Of("_time")), schema);
        plan.Add(new TableStage(syntax.Span, schema.Columns), schema);
    }

    private PlanSchema OutputSchema(ImmutableArray<BoundAggregate> functions, bool isOpen) =>
        AggregateBinder.Schema(syntax.By.Select(name => name.Text), functions) is var schema && isOpen ? schema with { IsOpen = true } : schema;

    // Without the dataset's prefix an aggregate has nothing to work on, and the search runs all the same.
    private FieldSymbol? ReadAggregated(ModelScope scope, NameSyntax name)
    {
        if (scope.Model.Find(name.Text) is null)
            return Read(scope, name);
        var whole = $"{scope.Model.Dataset}.{name.Text}";
        plan.ReportWithFix(DiagnosticTable.UnprefixedField, name.Span, whole, name.Text, Suggestion.Tail(whole));
        return new FieldSymbol.Column(name.Text);
    }

    private FieldSymbol? Read(ModelScope scope, NameSyntax name)
    {
        if (scope.Resolve(name) is not { } field)
            return null;
        var read = new SourceField(field.Name, name.Text);
        if (!_fields.Contains(read))
            _fields.Add(read);
        return new FieldSymbol.Column(name.Text);
    }

    // A subsearch may compare any field.
    private void ReadAll(ModelScope scope)
    {
        scope.ReadAll();
        foreach (var field in scope.Model.AllFields)
        {
            var read = new SourceField(field.Name, $"{scope.Model.Dataset}.{field.Name}");
            if (!_fields.Contains(read))
                _fields.Add(read);
        }
    }

    // `values(*)` was expanded over the model's columns: each is read.
    private void ReadExpanded(ModelScope scope, BoundAggregate aggregate)
    {
        if (aggregate.Argument is not Plan.Expressions.FieldExpression { Field: FieldSymbol.Column column } || _fields.Exists(field => string.Equals(field.Column, column.Name, StringComparison.Ordinal))
            || scope.Model.Find(column.Name) is not null)
            return;
        Read(scope, new NameSyntax(aggregate.Argument.Span, column.Name));
    }

    // A model of several roots (Endpoint), named without one: the prefix of the fields tells.
    private Abstractions.Models.DataModel RootOfFields(Abstractions.Models.DataModel first)
    {
        var names = syntax.By.Select(name => name.Text).Concat(syntax.Functions.Select(function => function.Field?.Text ?? ""));
        return ModelCatalogue.Roots(first.Name).FirstOrDefault(root => names.Any(name => name.StartsWith(root.Dataset + ".", StringComparison.Ordinal))) ?? first;
    }
}
