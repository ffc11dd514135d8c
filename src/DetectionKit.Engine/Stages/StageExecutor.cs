using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages;

/// <summary>Runs one kind of stage. Stateless: what a run needs is in its <see cref="StageContext"/>.</summary>
internal abstract class StageExecutor
{
    /// <summary>The spec that this runs.</summary>
    public abstract Type SpecType { get; }

    /// <summary>Turns the rows that come in into the rows that go out. May be lazy, and may change the rows it takes.</summary>
    public abstract IEnumerable<Row> Run(StageSpec spec, IEnumerable<Row> rows, StageContext context);

    /// <summary>Whether what becomes of a row depends on that row alone, so that it need not wait for others.</summary>
    public virtual bool IsRowByRow(StageSpec spec) => false;
}

/// <summary>Runs one kind of stage. The catalogue finds every class that derives from this.</summary>
/// <typeparam name="TSpec">The stage's spec.</typeparam>
internal abstract class StageExecutor<TSpec> : StageExecutor
    where TSpec : StageSpec
{
    public sealed override Type SpecType => typeof(TSpec);

    public sealed override IEnumerable<Row> Run(StageSpec spec, IEnumerable<Row> rows, StageContext context) => Run((TSpec)spec, rows, context);

    protected abstract IEnumerable<Row> Run(TSpec spec, IEnumerable<Row> rows, StageContext context);
}
