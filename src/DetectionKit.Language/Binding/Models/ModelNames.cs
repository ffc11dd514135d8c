using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Binding.Models;

/// <summary>Finds the data model that a search names: <c>Endpoint.Processes</c>, <c>Authentication.Failed_Authentication</c>, <c>Web</c>.</summary>
internal static class ModelNames
{
    /// <summary>The model's root, or null and a report; the model's first where none is named.</summary>
    /// <param name="plan">Takes the report.</param>
    /// <param name="name">The model, with or without a dataset.</param>
    /// <param name="child">The dataset below the root, or null.</param>
    public static DataModel? Find(PlanBuilder plan, NameSyntax name, out ModelChild? child)
    {
        child = null;
        var path = name.Text.Split('.');
        if (ModelCatalogue.Find(path[0]) is not { } first)
        {
            var near = Suggestion.For(path[0], ModelCatalogue.All.Select(model => model.Name));
            plan.ReportWithFix(DiagnosticTable.UnknownModel, name.Span, near, path[0], Suggestion.Tail(near));
            return null;
        }

        if (plan.Filled is { } filled && !ModelCatalogue.Roots(path[0]).Any(filled.Makes))
            plan.ReportUnfilled(name, "no capture or log that is read here makes its events");
        if (path.Length == 1)
            return first;
        var dataset = string.Join('.', path.Skip(1));
        if (ModelCatalogue.Find(path[0], dataset) is { } model)
        {
            child = string.Equals(model.Dataset, dataset, StringComparison.Ordinal) ? null : model.FindChild(dataset);
            return model;
        }

        var nearest = Suggestion.For(dataset, ModelCatalogue.Roots(path[0]).SelectMany(root => root.Children.Select(below => below.Path).Prepend(root.Dataset)));
        plan.Report(DiagnosticTable.UnknownDataset, name.Span, dataset, path[0], Suggestion.Tail(nearest));
        return null;
    }
}
