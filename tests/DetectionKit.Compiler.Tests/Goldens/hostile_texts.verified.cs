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

// Hostile Texts
public sealed class HostileTexts : IDetector<RawEvent>
{
    private readonly TextPattern _textPattern1 = TextPattern.Of("C:\\temp\\*");

    public HostileTexts()
    {
        Stages =
        [
            new EvalSpec([new("x\"]) => { }; //", Eval1X)]),
            new RenameSpec([new("*\"", "\\*")]),
        ];
    }

    public DetectorInfo Info { get; } = new("Hostile Texts", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfRaw(["a\"; System.Environment.Exit(1); //"], null), ["field with } brace", "path", "sourcetype"]), [new("field with } brace", "line\nbreak")]);

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in RawEvent e)
    {
#line (1,1)-(1,48) 65536 "detections/hostile_texts.yml"
        if (!Search.Is(e["sourcetype"], "a\"; System.Environment.Exit(1); //")) return false;
#line (1,50)-(2,6) 65536 "detections/hostile_texts.yml"
        if (!Search.Is(e["field with } brace"], "line\nbreak")) return false;
#line (2,8)-(2,25) 65536 "detections/hostile_texts.yml"
        return Search.Is(e["path"], _textPattern1);
#line default
    }

    private Value Eval1X(Row row, RunContext context)
    {
#line (3,27)-(3,53) 65536 "detections/hostile_texts.yml"
        return Value.Of("\\u0022 + \"*/ \\\" quoted");
#line default
    }
}
