namespace DetectionKit.Logs.Evtx;

/// <summary>The header of an event record (MS-EVEN6 has the XML; the file's layout is after libevtx's documentation).</summary>
/// <param name="Id">The record's number.</param>
/// <param name="Written">When it was written: 100 ns steps since 1601-01-01T00:00:00Z.</param>
public readonly record struct EvtxRecord(ulong Id, ulong Written);
