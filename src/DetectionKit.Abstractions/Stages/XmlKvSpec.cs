namespace DetectionKit.Abstractions.Stages;

/// <summary><c>xmlkv</c>: elements of XML that hold text alone become columns of their names.</summary>
/// <param name="Column">The column that holds the XML.</param>
public sealed record XmlKvSpec(string Column) : StageSpec;
