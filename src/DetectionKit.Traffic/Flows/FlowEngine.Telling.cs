namespace DetectionKit.Traffic.Flows;

/// <content>What is told of flows that go on: that they were identified, and what they have come to.</content>
internal sealed partial class FlowEngine
{
    private void TellIdentified(int index)
    {
        ref var flow = ref _flows[index];
        if (flow.App == 0)
            return;
        _sink!.OnIdentified(new FlowView(in flow, _details.Find(in flow), Apps, _capture));
        flow.Facts |= FlowFacts.Reported;
    }

    private void Report(ref Flow flow)
    {
        // A packet of the second in which it was reported may have come behind the report.
        var isNews = flow.Clock >= flow.Reported && flow.Has(FlowFacts.Decided) && !flow.Has(FlowFacts.Closed);
        flow.Reported = _now;
        if (!isNews || _sink is null)
            return;
        _sink.OnContinuing(new FlowView(in flow, _details.Find(in flow), Apps, _capture));
        flow.Facts |= FlowFacts.Reported;
    }
}
