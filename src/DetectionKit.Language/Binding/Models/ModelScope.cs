using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Binding.Conditions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding.Models;

/// <summary>
/// The fields of a data model's events, under the dataset's prefix (<c>All_Traffic.dest_port</c>), and <c>_time host source sourcetype</c>
/// without one. Remembers which are read.
/// </summary>
internal sealed class ModelScope(PlanBuilder plan, DataModel model) : FieldScope
{
    private readonly List<FieldSymbol.OfModel> _read = [];
    private bool _readsAll;

    public override bool HasText => false;

    public override bool IsSource => true;

    /// <summary>The model and dataset.</summary>
    public DataModel Model => model;

    /// <summary>Takes note that every field may be read.</summary>
    public void ReadAll() => _readsAll = true;

    /// <summary>When a flow's event is due, by the fields that were resolved.</summary>
    public FeedPoint Feed => _readsAll || _read.Exists(read => ModelFacts.IsTotal(read.Field)) ? FeedPoint.FlowEnd : FeedPoint.Identified;

    public override FieldSymbol? Resolve(NameSyntax name)
    {
        if (EventField(name.Text) is { } common)
            return common;
        var (prefix, bare) = Split(name.Text);
        var hasPrefix = prefix.Length > 0;
        if (hasPrefix && EventField(bare) is { } prefixed)
            return prefixed;
        if (model.Find(bare) is { } field)
        {
            if (!hasPrefix)
                plan.ReportWithFix(DiagnosticTable.UnknownField, name.Span, $"{model.Dataset}.{bare}", name.Text, model.Name, Suggestion.Tail($"{model.Dataset}.{bare}"));
            return Read(name, field);
        }

        ReportUnknown(name, prefix, bare);
        return null;
    }

    // A field stands under its root (`All_Traffic.app`), under a dataset below it (`SSL.ssl_issuer`), or under both.
    private (string Prefix, string Bare) Split(string name)
    {
        var best = 0;
        foreach (var dataset in model.Children.Select(child => child.Path).Prepend(""))
        {
            foreach (var prefix in Prefixes(dataset))
            {
                if (prefix.Length > best && name.StartsWith(prefix, StringComparison.Ordinal))
                    best = prefix.Length;
            }
        }

        return (name[..best], name[best..]);
    }

    private IEnumerable<string> Prefixes(string path)
    {
        if (path.Length == 0)
            return [model.Dataset + "."];
        var last = path[(path.LastIndexOf('.') + 1)..];
        return [$"{model.Dataset}.{path}.", $"{path}.", $"{last}."];
    }

    public override bool? Settle(NameSyntax name, string value)
    {
        if (!string.Equals(name.Text, "nodename", StringComparison.Ordinal))
            return null;
        if (Wildcards.Matches(value, model.Dataset) || model.Children.Any(child => child.Field is null && (Wildcards.Matches(value, child.Path) || Wildcards.Matches(value, model.Dataset + "." + child.Path))))
            return true;
        var near = Suggestion.For(value, [model.Dataset, .. model.Children.Select(child => child.Path)]);
        plan.Report(DiagnosticTable.UnknownDataset, name.Span, value, model.Name, Suggestion.Tail(near));
        return false;
    }

    public override BoundPredicate? Narrow(TextSpan span, NameSyntax name, string value) =>
        string.Equals(name.Text, "nodename", StringComparison.Ordinal) && !Wildcards.Matches(value, model.Dataset) && model.FindChild(value) is { } child
            ? Narrow(span, child)
            : null;

    /// <summary>The condition that a dataset below the root puts on events.</summary>
    public BoundPredicate Narrow(TextSpan span, ModelChild child) =>
        And(span, [.. model.Lineage(child).Where(one => one.Field is not null).Select(one => Narrow(span, one.Field!, one.Values))]);

    private BoundPredicate Narrow(TextSpan span, string name, ImmutableArray<string> values)
    {
        var field = new FieldSymbol.OfModel(model, model.Find(name)!);
        ImmutableArray<BoundPredicate> choices = [.. values.Select(value => new TextPredicate(span, field, false, new TextPattern(value)))];
        return choices.Length == 1 ? choices[0] : new OrPredicate(span, choices);
    }

    private static BoundPredicate And(TextSpan span, ImmutableArray<BoundPredicate> all) =>
        all.Length switch { 0 => new ConstantPredicate(span, true), 1 => all[0], _ => new AndPredicate(span, all) };

    private FieldSymbol.OfModel Read(NameSyntax name, ModelField field)
    {
        var lookups = EntityLookups.For(field.Filler);
        if (!lookups.IsEmpty && !lookups.Any(lookup => plan.Lookups.Find(lookup) is not null))
            plan.ReportUnfilled(name, $"a lookup `{lookups[0]}` (CSV) does");
        else if (lookups.IsEmpty && plan.Filled is { } filled && filled.Makes(model) && !filled.Fills(model, field.Name))
            plan.ReportUnfilled(name, "no capture or log that is read here has it");
        var symbol = new FieldSymbol.OfModel(model, field);
        _read.Add(symbol);
        return symbol;
    }

    private void ReportUnknown(NameSyntax name, string prefix, string bare)
    {
        // A wrong prefix is told apart from a wrong field: `Al_Traffic.app`.
        var dot = bare.LastIndexOf('.');
        var last = bare[(dot + 1)..];
        var near = Suggestion.For(last, model.AllFields.Select(field => field.Name)) ?? Longer(last);
        var whole = near is null ? null : (prefix.Length > 0 || dot >= 0 ? model.Dataset + "." : "") + near;
        if (dot < 0 && prefix.Length == 0 && near is not null)
            whole = model.Dataset + "." + near;
        if (prefix.Length > 0 && near is not null)
        {
            // Point at the field itself, behind the prefix, where the text stands as it is named.
            var quoted = name.Span.Length - name.Text.Length;
            var at = quoted is 0 or 2 ? new Text.TextSpan(name.Span.Start + (quoted / 2) + prefix.Length, bare.Length) : name.Span;
            plan.ReportWithFix(DiagnosticTable.UnknownField, at, quoted is 0 or 2 ? near : whole, bare, Title, Suggestion.Tail(near));
            return;
        }

        plan.ReportWithFix(DiagnosticTable.UnknownField, name.Span, whole, name.Text, Title, Suggestion.Tail(whole));
    }

    // Of a model of several roots the root too.
    private string Title => ModelCatalogue.Roots(model.Name).Count() > 1 ? $"{model.Name}.{model.Dataset}" : model.Name;

    // The shortest field that ends with the word: `path` for `process_path`.
    private string? Longer(string last) =>
        model.AllFields.Select(field => field.Name).Where(name => name.EndsWith("_" + last, StringComparison.Ordinal)).MinBy(name => name.Length);

    private static FieldSymbol.OfEvent? EventField(string name) => name switch
    {
        "_time" => new("_time", nameof(ModelEvent.Time)),
        "host" => new("host", nameof(ModelEvent.Host)),
        "source" => new("source", nameof(ModelEvent.Source)),
        "sourcetype" => new("sourcetype", nameof(ModelEvent.SourceType)),
        _ => null,
    };
}
