namespace DetectionKit.Logs.Evtx.BinXml;

/// <summary>A value of a template instance: where it lies in the chunk.</summary>
internal readonly record struct Substitution(int Offset, int Length, BinXmlType Type);

/// <summary>The values that a template's substitutions name: a stretch of the list of all.</summary>
internal readonly record struct Scope(int First, int Count);
