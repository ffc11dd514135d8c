using System.Collections.Immutable;
using DetectionKit.Compiler.Emit;
using DetectionKit.Language.Plan;

namespace DetectionKit.Workspace.Checking;

/// <summary>Compiles plans into one image. Where the emitter fails on a plan, that plan is left out and the others go on.</summary>
/// <param name="compile">The emitter.</param>
internal sealed class ImageBuilder(Func<IEnumerable<DetectionPlan>, DetectorImage> compile)
{
    /// <summary>The image of the plans that have code, null where none has; and what is wrong with the others, by their places.</summary>
    /// <param name="plans">The plans.</param>
    public (DetectorImage? Image, ImmutableSortedDictionary<int, string> Failures) Build(IReadOnlyList<DetectionPlan> plans)
    {
        var failures = ImmutableSortedDictionary<int, string>.Empty;
        var (image, failure) = TryCompile(plans);
        if (failure is null)
            return (image, failures);
        for (var i = 0; i < plans.Count; i++)
        {
            if (TryCompile([plans[i]]).Failure is { } own)
                failures = failures.Add(i, own);
        }

        (image, failure) = TryCompile([.. plans.Where((_, i) => !failures.ContainsKey(i))]);

        // Each compiles alone and not beside the others: no one of them is to blame.
        return failure is null ? (image, failures) : (null, Enumerable.Range(0, plans.Count).ToImmutableSortedDictionary(i => i, _ => failure));
    }

    private (DetectorImage? Image, string? Failure) TryCompile(IReadOnlyList<DetectionPlan> plans)
    {
        if (plans.Count == 0)
            return (null, null);
        try
        {
            return (compile(plans), null);
        }
        catch (Exception defect)
        {
            // The first line says what; behind it comes the source.
            return (null, $"{defect.GetType().Name}: {defect.Message.Split('\n')[0]}");
        }
    }
}
