using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Tests.Reference.Specs;

/// <summary>What one kind of plain-data stage means, written anew. Found by its type.</summary>
internal abstract class ReferenceSpec
{
    private static readonly Dictionary<Type, ReferenceSpec> All = typeof(ReferenceSpec).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ReferenceSpec)))
        .Select(type => (ReferenceSpec)Activator.CreateInstance(type)!)
        .ToDictionary(one => one.SpecType);

    public abstract Type SpecType { get; }

    /// <summary>Whether there is a reference for every stage of a plan.</summary>
    public static bool Covers(DetectionPlan plan) => plan.Stages.OfType<SpecStage>().All(stage => All.TryGetValue(stage.Spec.GetType(), out var reference) && reference.CoversStage(stage.Spec));

    public static List<Row> Run(SpecStage stage, List<Row> rows, RunContext run) => All[stage.Spec.GetType()].RunStage(stage, rows, run);

    public abstract bool CoversStage(StageSpec spec);

    public abstract List<Row> RunStage(SpecStage stage, List<Row> rows, RunContext run);
}

/// <summary>One kind.</summary>
/// <typeparam name="TSpec">Its spec.</typeparam>
internal abstract class ReferenceSpec<TSpec> : ReferenceSpec
    where TSpec : StageSpec
{
    public sealed override Type SpecType => typeof(TSpec);

    public sealed override bool CoversStage(StageSpec spec) => Covers((TSpec)spec);

    public sealed override List<Row> RunStage(SpecStage stage, List<Row> rows, RunContext run) => Run((TSpec)stage.Spec, stage, rows, run);

    /// <summary>Whether the reference knows all that the spec asks for.</summary>
    protected virtual bool Covers(TSpec spec) => true;

    protected abstract List<Row> Run(TSpec spec, SpecStage stage, List<Row> rows, RunContext run);

    protected static string[] Texts(Value value) => [.. value.Items.Select(item => item.ToText())];

    /// <summary>Whether a column is one of those that patterns name; none: all but internal ones.</summary>
    protected static bool Fits(IReadOnlyList<string> patterns, string column) => patterns.DefaultIfEmpty("*").Any(pattern =>
        (!column.StartsWith('_') || pattern.StartsWith('_')) && System.Text.RegularExpressions.Regex.IsMatch(
            column, $@"^{string.Join(".*", pattern.Split('*').Select(System.Text.RegularExpressions.Regex.Escape))}\z", System.Text.RegularExpressions.RegexOptions.CultureInvariant | System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(1)));

    protected static Value Many(IEnumerable<string> texts) => Value.OfMany(texts.Select(Value.Of));
}
