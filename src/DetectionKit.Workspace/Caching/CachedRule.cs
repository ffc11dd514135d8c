using System.Collections.Immutable;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Workspace.Caching;

/// <summary>What is remembered of a checked rule.</summary>
/// <param name="Hash">The hash of its bytes.</param>
/// <param name="Reached">The macros and lookups that its search names, and the data sources, with their definitions' hashes; an empty hash: not defined.</param>
/// <param name="Diagnostics">What was found.</param>
/// <param name="Name">Its name and where that stands, or null.</param>
/// <param name="Id">Its id and where that stands, or null.</param>
/// <param name="Summary">What a test needs of it.</param>
/// <param name="References">The data sources and analytic stories that it names.</param>
/// <param name="Image">The image that holds its detector; empty where it did not compile.</param>
/// <param name="ClassName">The detector's class in the image.</param>
internal sealed record CachedRule(
    string Hash, ImmutableArray<Reach> Reached, ImmutableArray<CachedDiagnostic> Diagnostics, CachedText? Name, CachedText? Id, RuleSummary Summary,
    ImmutableArray<CachedReference> References, string Image, string ClassName);

/// <summary>A definition that a rule reaches.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hash">Its definition's hash; empty: not defined.</param>
internal readonly record struct Reach(ReachKind Kind, string Name, string Hash);

/// <summary>What a rule's verdict depends on beside its own text.</summary>
internal enum ReachKind : byte
{
    /// <summary>A macro.</summary>
    Macro,

    /// <summary>A lookup.</summary>
    Lookup,

    /// <summary>The fields that data sources list, all together; without a name.</summary>
    DataSources,
}

/// <summary>Something that a rule names and nothing here reads.</summary>
/// <param name="IsStory">Whether it is an analytic story; else a data source.</param>
/// <param name="Name">Its name, and where that stands.</param>
internal readonly record struct CachedReference(bool IsStory, CachedText Name);

/// <summary>A text of the rule's file.</summary>
/// <param name="Text">The text.</param>
/// <param name="Start">Its offset.</param>
/// <param name="Length">Its length.</param>
internal sealed record CachedText(string Text, int Start, int Length);

/// <summary>A place in a file.</summary>
/// <param name="File">The file's full path; empty: the rule's own.</param>
/// <param name="Start">The offset.</param>
/// <param name="Length">The length.</param>
internal readonly record struct CachedPlace(string File, int Start, int Length);

/// <summary>A diagnostic without its texts.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Message">Its message.</param>
/// <param name="Place">Its place.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="FixPlace">Its fix's place; counts only with a text.</param>
/// <param name="FixText">Its fix's text, or null.</param>
internal sealed record CachedDiagnostic(
    string Code, string Message, CachedPlace Place, ImmutableArray<(CachedPlace Place, string Message)> Labels, CachedPlace FixPlace, string? FixText);
