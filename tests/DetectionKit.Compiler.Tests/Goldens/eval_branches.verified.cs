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

// Eval Branches
public sealed class EvalBranches : IDetector<RawEvent>
{
    private readonly TextRegex _textRegex1 = TextRegex.Of("(?i)\\.exe$");
    private readonly LikePattern _likePattern1 = LikePattern.Of("%.ps1");
    private readonly LikePattern _likePattern2 = LikePattern.Of("%.bat");

    public EvalBranches()
    {
        Stages =
        [
            new EvalSpec([
                new("size", Eval1Size),
                new("kind", Eval1Kind),
            ]),
            new EvalSpec([
                new("label", Eval2Label),
                new("score", Eval2Score),
            ]),
            new EvalSpec([new("bad", Eval3Bad)]),
            new WhereSpec(Where4),
        ];
    }

    public DetectorInfo Info { get; } = new("Eval Branches", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfRaw(["proxy"], null), ["sourcetype"]), [new("sourcetype", "proxy")]);

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in RawEvent e)
    {
#line (1,1)-(1,16) 65536 "detections/eval_branches.yml"
        return Search.Is(e["sourcetype"], "proxy");
#line default
    }

    private Value Eval1Size(Row row, RunContext context)
    {
#line (2,16)-(2,37) 65536 "detections/eval_branches.yml"
        if (Eval.Greater(row["bytes"], Value.Of(1000000)) is true) return Value.Of("large");
#line (2,40)-(2,46) 65536 "detections/eval_branches.yml"
        return Value.Of("small");
#line default
    }

    private Value Eval1Kind(Row row, RunContext context)
    {
#line (2,60)-(2,94) 65536 "detections/eval_branches.yml"
        if (TextFunctions.Match(row["url"], _textRegex1) is true) return Value.Of("program");
#line (2,97)-(2,146) 65536 "detections/eval_branches.yml"
        if (ConditionalFunctions.Like(row["url"], _likePattern1) is true || ConditionalFunctions.Like(row["url"], _likePattern2) is true) return Value.Of("script");
#line (2,149)-(2,163) 65536 "detections/eval_branches.yml"
        return Value.Of("other");
#line default
    }

    private Value Eval2Label(Row row, RunContext context)
    {
#line (3,14)-(3,67) 65536 "detections/eval_branches.yml"
        return Arithmetic.Concat(Arithmetic.Concat(TextFunctions.Upper(row["kind"]), Value.Of(":")), Eval.Coalesce(new Value[] { row["user"], row["src_user"], Value.Of("nobody") }));
#line default
    }

    private Value Eval2Score(Row row, RunContext context)
    {
#line (3,76)-(3,114) 65536 "detections/eval_branches.yml"
        return MathFunctions.Round(Arithmetic.Divide(Arithmetic.Add(row["bytes_in"], row["bytes_out"]), Value.Of(1024)), Value.Of(2));
#line default
    }

    private Value Eval3Bad(Row row, RunContext context)
    {
#line (4,21)-(4,46) 65536 "detections/eval_branches.yml"
        if (InformationFunctions.IsNotNull(row["user"]) is not true) return Value.Of("no user");
#line (4,49)-(4,69) 65536 "detections/eval_branches.yml"
        if (Eval.Greater(row["bytes"], Value.Of(0)) is not true) return Value.Of("no bytes");
#line (4,12)-(4,70) 65536 "detections/eval_branches.yml"
        return Value.Null;
#line default
    }

    private bool Where4(Row row, RunContext context)
    {
#line (5,14)-(5,44) 65536 "detections/eval_branches.yml"
        if ((Eval.Equal(row["size"], Value.Of("large")) ^ Eval.Equal(row["kind"], Value.Of("program"))) is not false) return false;
#line (5,51)-(5,65) 65536 "detections/eval_branches.yml"
        return InformationFunctions.IsNotNull(row["user"]) is true;
#line default
    }
}
