using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding;

/// <summary>
/// The fields of a data model's events, under the dataset's prefix (<c>All_Traffic.dest_port</c>), and <c>_time host source sourcetype</c>
/// without one. Remembers which are read.
/// </summary>
internal sealed class ModelScope(PlanBuilder plan, DataModel model) : FieldScope
{
    private readonly List<FieldSymbol.OfModel> _read = [];

    public override bool HasText => false;

    public override bool IsSource => true;

    /// <summary>The model and dataset.</summary>
    public DataModel Model => model;

    /// <summary>When a flow's event is due, by the fields that were resolved.</summary>
    public FeedPoint Feed => _read.Exists(read => ModelFacts.IsTotal(read.Field)) ? FeedPoint.FlowEnd : FeedPoint.Identified;

    public override FieldSymbol? Resolve(NameSyntax name)
    {
        if (EventField(name.Text) is { } common)
            return common;
        var prefix = model.Dataset + ".";
        var hasPrefix = name.Text.StartsWith(prefix, StringComparison.Ordinal);
        var bare = hasPrefix ? name.Text[prefix.Length..] : name.Text;
        var dot = bare.LastIndexOf('.');
        // A field may be named under a dataset below the root: `All_Sessions.DHCP.lease_scope`, `Proxy.url`.
        if (dot > 0 && model.FindChild(bare[..dot]) is not null)
            (hasPrefix, bare) = (true, bare[(dot + 1)..]);
        if (model.Children.FirstOrDefault(one => bare.StartsWith(one.Path + ".", StringComparison.Ordinal)) is { Path: var child })
        {
            // A child dataset's name stands for its parent's, or behind it.
            (hasPrefix, prefix) = (true, name.Text[..(name.Text.Length - bare.Length + child.Length + 1)]);
            bare = name.Text[prefix.Length..];
        }

        if (hasPrefix && EventField(bare) is { } prefixed)
            return prefixed;
        if (model.Find(bare) is { } field)
        {
            if (!hasPrefix)
                plan.ReportWithFix(DiagnosticTable.UnknownField, name.Span, prefix + bare, name.Text, model.Name, Suggestion.Tail(prefix + bare));
            return Read(name, field);
        }

        ReportUnknown(name, hasPrefix ? prefix : "", bare);
        return null;
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
        child is { Field: { } name, Value: { } value } && model.Find(name) is { } field
            ? new TextPredicate(span, new FieldSymbol.OfModel(model, field), false, new TextPattern(value))
            : new ConstantPredicate(span, true);

    private FieldSymbol.OfModel Read(NameSyntax name, ModelField field)
    {
        if (ModelFacts.WhatFills(field) is { } filler)
            plan.Report(DiagnosticTable.UnfilledField, name.Span, name.Text, filler);
        var symbol = new FieldSymbol.OfModel(model, field);
        _read.Add(symbol);
        return symbol;
    }

    private void ReportUnknown(NameSyntax name, string prefix, string bare)
    {
        // A wrong prefix is told apart from a wrong field: `Al_Traffic.app`.
        var dot = bare.LastIndexOf('.');
        var last = bare[(dot + 1)..];
        var near = Suggestion.For(last, model.AllFields.Select(field => field.Name));
        var whole = near is null ? null : (prefix.Length > 0 || dot >= 0 ? model.Dataset + "." : "") + near;
        if (dot < 0 && prefix.Length == 0 && near is not null)
            whole = model.Dataset + "." + near;
        if (prefix.Length > 0 && near is not null)
        {
            // Point at the field itself, behind the prefix, where the text stands as it is named.
            var quoted = name.Span.Length - name.Text.Length;
            var at = quoted is 0 or 2 ? new Text.TextSpan(name.Span.Start + (quoted / 2) + prefix.Length, bare.Length) : name.Span;
            plan.ReportWithFix(DiagnosticTable.UnknownField, at, quoted is 0 or 2 ? near : whole, bare, model.Name, Suggestion.Tail(near));
            return;
        }

        plan.ReportWithFix(DiagnosticTable.UnknownField, name.Span, whole, name.Text, model.Name, Suggestion.Tail(whole));
    }

    private static FieldSymbol.OfEvent? EventField(string name) => name switch
    {
        "_time" => new("_time", nameof(ModelEvent.Time)),
        "host" => new("host", nameof(ModelEvent.Host)),
        "source" => new("source", nameof(ModelEvent.Source)),
        "sourcetype" => new("sourcetype", nameof(ModelEvent.SourceType)),
        _ => null,
    };
}
