namespace DetectionKit.Abstractions.Stages;

/// <summary><c>reltime</c>: how long ago an event was, in words, as the column <c>reltime</c>.</summary>
public sealed record RelTimeSpec : StageSpec;
