using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Detections;

// Constants And Nulls
public sealed class ConstantsAndNulls : IDetector<RawEvent>
{
    public ConstantsAndNulls()
    {
        Stages =
        [
            new EvalSpec([
                new("a", Eval1A),
                new("b", Eval1B),
                new("c", Eval1C),
                new("d", Eval1D),
                new("e", Eval1E),
                new("f", Eval1F),
                new("g", Eval1G),
                new("h", Eval1H),
                new("i", Eval1I),
            ]),
        ];
    }

    public DetectorInfo Info { get; } = new("Constants And Nulls", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfRaw(["a"], null), ["sourcetype"]), [new("sourcetype", "a")]);

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in RawEvent e)
    {
#line (1,1)-(1,12) 65536 "detections/constants_and_nulls.yml"
        return Search.Is(e["sourcetype"], "a");
#line default
    }

    private Value Eval1A(Row row, RunContext context)
    {
#line (2,10)-(2,15) 65536 "detections/constants_and_nulls.yml"
        return Value.Null;
#line default
    }

    private Value Eval1B(Row row, RunContext context)
    {
#line (2,31)-(2,31) 65536 "detections/constants_and_nulls.yml"
        return Value.Of(1);
#line default
    }

    private Value Eval1C(Row row, RunContext context)
    {
#line (2,40)-(2,52) 65536 "detections/constants_and_nulls.yml"
        return ConditionalFunctions.NullIf(row["x"], Value.Of(""));
#line default
    }

    private Value Eval1D(Row row, RunContext context)
    {
#line (2,57)-(2,58) 65536 "detections/constants_and_nulls.yml"
        return Arithmetic.Negate(row["x"]);
#line default
    }

    private Value Eval1E(Row row, RunContext context)
    {
#line (2,63)-(2,75) 65536 "detections/constants_and_nulls.yml"
        return ConversionFunctions.ToString(Value.Of("True"));
#line default
    }

    private Value Eval1F(Row row, RunContext context)
    {
#line (2,80)-(2,108) 65536 "detections/constants_and_nulls.yml"
        return MultivalueFunctions.Index(MultivalueFunctions.Split(row["y"], Value.Of(",")), Value.Of(0), Value.Of(-1));
#line default
    }

    private Value Eval1G(Row row, RunContext context)
    {
#line (2,113)-(2,124) 65536 "detections/constants_and_nulls.yml"
        return MathFunctions.Max(new Value[] { Value.Of(1), row["z"], row["w"] });
#line default
    }

    private Value Eval1H(Row row, RunContext context)
    {
#line (2,129)-(2,133) 65536 "detections/constants_and_nulls.yml"
        return Value.Of(1500.0);
#line default
    }

    private Value Eval1I(Row row, RunContext context)
    {
#line (2,138)-(2,156) 65536 "detections/constants_and_nulls.yml"
        return Value.Of(9223372036854775807);
#line default
    }
}
