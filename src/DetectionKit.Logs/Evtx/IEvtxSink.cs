namespace DetectionKit.Logs.Evtx;

/// <summary>Takes the records of an event log file, each as the XML document that it stands for.</summary>
public interface IEvtxSink : IXmlSink
{
    /// <summary>A record begins.</summary>
    /// <param name="record">Its header.</param>
    void Begin(EvtxRecord record);

    /// <summary>The record ends.</summary>
    /// <param name="whole">Whether it could be read to its end; else what came of it is to be dropped.</param>
    void End(bool whole);
}
