namespace DetectionKit.Abstractions.Stages;

/// <summary><c>fromjson</c>: the members of a JSON object become columns; lists become several values, objects stay JSON.</summary>
/// <param name="Column">The column that holds the object.</param>
/// <param name="Prefix">What comes before each member's name.</param>
public sealed record FromJsonSpec(string Column, string Prefix) : StageSpec;
