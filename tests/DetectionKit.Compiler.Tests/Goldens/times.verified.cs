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

// Times
public sealed class Times : IDetector<RawEvent>
{
    private readonly TimeFormat _timeFormat1 = TimeFormat.Of("%F");
    private readonly TimeModifier _timeModifier1 = TimeModifier.Of("-1d@d");
    private readonly TimeFormat _timeFormat2 = TimeFormat.Of("%Y-%m-%d %H:%M:%S");

    public Times()
    {
        Stages =
        [
            new EvalSpec([
                new("day", Eval1Day),
                new("yesterday", Eval1Yesterday),
                new("parsed", Eval1Parsed),
                new("other", Eval1Other),
            ]),
            new WhereSpec(Where2),
        ];
    }

    public DetectorInfo Info { get; } = new("Times", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Between(Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfRaw(["logins"], null), ["sourcetype"]), [new("sourcetype", "logins")]), "-24h@h", "now");

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in RawEvent e)
    {
#line (1,1)-(1,17) 65536 "detections/times.yml"
        return Search.Is(e["sourcetype"], "logins");
#line default
    }

    private Value Eval1Day(Row row, RunContext context)
    {
#line (2,12)-(2,32) 65536 "detections/times.yml"
        return TimeFunctions.Strftime(context, row["_time"], _timeFormat1);
#line default
    }

    private Value Eval1Yesterday(Row row, RunContext context)
    {
#line (2,45)-(2,73) 65536 "detections/times.yml"
        return TimeFunctions.RelativeTime(context, TimeFunctions.Now(context), _timeModifier1);
#line default
    }

    private Value Eval1Parsed(Row row, RunContext context)
    {
#line (2,83)-(2,118) 65536 "detections/times.yml"
        return TimeFunctions.Strptime(context, row["stamp"], _timeFormat2);
#line default
    }

    private Value Eval1Other(Row row, RunContext context)
    {
#line (2,127)-(2,149) 65536 "detections/times.yml"
        return TimeFunctions.Strftime(context, row["_time"], row["format"]);
#line default
    }

    private bool Where2(Row row, RunContext context)
    {
#line (3,9)-(3,24) 65536 "detections/times.yml"
        return Eval.Greater(row["parsed"], row["yesterday"]) is true;
#line default
    }
}
