using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding.Models;

/// <summary>Begins a plan with a data model's events as rows: what <c>from datamodel</c> and <c>datamodel</c> give.</summary>
internal static class ModelEvents
{
    // A model's events carry no text of the record; the column is known and has no value.
    private static readonly string[] Common = ["_time", "_raw", "host", "source", "sourcetype"];

    /// <summary>Begins with all events of the named dataset.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="span">The command.</param>
    /// <param name="name">The model and dataset.</param>
    /// <param name="hasPrefix">Whether fields stand under the dataset's name.</param>
    public static void Begin(PlanBuilder plan, TextSpan span, NameSyntax name, bool hasPrefix)
    {
        if (ModelNames.Find(plan, name, out var child) is not { } model)
        {
            plan.LoseTrack(span);
            return;
        }

        var scope = new ModelScope(plan, model);
        var filter = child is null ? new ConstantPredicate(span, true) : scope.Narrow(name.Span, child);
        SourceField[] own = [.. model.AllFields.Select(field => new SourceField(field.Name, Column(model, field, hasPrefix)))];
        SourceField[] common = [.. Common.Where(column => column is not "_raw").Select(column => new SourceField(column, column))];
        plan.Begin(
            new ModelSource(span, model, filter, [.. common, .. own], FeedPoint.FlowEnd),
            new PlanSchema([.. Common, .. own.Select(field => field.Column)], IsOpen: false));
    }

    private static string Column(DataModel model, ModelField field, bool hasPrefix) => hasPrefix ? $"{model.Dataset}.{field.Name}" : field.Name;
}
