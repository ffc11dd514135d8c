using System.Reflection;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Operators;

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
            foreach (var field in pipeline.GetType().GetFields(Fields).Where(field => field.FieldType == typeof(TextRegex)))
                Add(found, field.GetValue(pipeline));
            foreach (var stage in pipeline.Stages)
            {
                foreach (var property in stage.GetType().GetProperties().Where(property => property.PropertyType == typeof(TextRegex)))
                    Add(found, property.GetValue(stage));
            }
        }

        return found;
    }

    private static void Add(HashSet<TextRegex> found, object? value)
    {
        if (value is TextRegex regex)
            found.Add(regex);
    }
}
