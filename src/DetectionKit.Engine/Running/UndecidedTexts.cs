using System.Collections.Immutable;
using System.Reflection;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Running;

/// <summary>The regular expressions of a detector that could not decide a text in time: those that its classes hold, and those in its stages' specs.</summary>
internal sealed class UndecidedTexts(IDetector detector)
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
    private readonly Dictionary<TextRegex, int> _before = All(detector).ToDictionary(regex => regex, regex => regex.Undecided);

    /// <summary>What was not decided since this was made, a line for each expression. Expressions that rows hold are not known here.</summary>
    public static IEnumerable<string> Since(UndecidedTexts? earlier, IDetector detector)
    {
        if (!TextRegex.AnyUndecided)
            yield break;
        foreach (var regex in All(detector))
        {
            var count = regex.Undecided - (earlier?._before.GetValueOrDefault(regex) ?? 0);
            if (count > 0)
                yield return $"the regular expression `{regex.Pattern}` could not decide {count} texts in time: they do not match";
        }
    }

    /// <summary>The counts of a detector, where there can be any.</summary>
    public static UndecidedTexts? Now(IDetector detector) => TextRegex.AnyUndecided ? new(detector) : null;

    private static HashSet<TextRegex> All(IDetector detector)
    {
        var found = new HashSet<TextRegex>();
        foreach (var pipeline in Pipelines.All(detector))
        {
            found.UnionWith(pipeline.GetType().GetFields(Fields).Where(field => field.FieldType == typeof(TextRegex)).Select(field => field.GetValue(pipeline)).OfType<TextRegex>());
            foreach (var stage in pipeline.Stages)
                found.UnionWith(stage.GetType().GetProperties().SelectMany(property => Held(property, stage)));
        }

        return found;
    }

    // A stage holds an expression by itself, or as a part of each of several edits.
    private static IEnumerable<TextRegex> Held(PropertyInfo property, StageSpec stage)
    {
        if (property.PropertyType == typeof(TextRegex))
            return property.GetValue(stage) is TextRegex regex ? [regex] : [];
        return property.PropertyType == typeof(ImmutableArray<SedEdit>)
            ? ((ImmutableArray<SedEdit>)property.GetValue(stage)!).Select(edit => edit.Expression).OfType<TextRegex>()
            : [];
    }
}
