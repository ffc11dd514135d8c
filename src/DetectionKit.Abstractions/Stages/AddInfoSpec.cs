namespace DetectionKit.Abstractions.Stages;

/// <summary><c>addinfo</c>: when the search ran and over what time, in <c>info_min_time info_max_time info_search_time info_sid</c>.</summary>
/// <param name="Earliest">The search's own first bound, or null: from the beginning.</param>
/// <param name="Latest">Its second bound, or null: without end.</param>
public sealed record AddInfoSpec(string? Earliest, string? Latest) : StageSpec;
