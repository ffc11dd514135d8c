namespace DetectionKit.Workspace.Content;

/// <summary>What a content file defines.</summary>
internal enum ContentKind
{
    /// <summary>A macro.</summary>
    Macro,

    /// <summary>A lookup.</summary>
    Lookup,
}

/// <summary>A file of <c>macros/</c> or <c>lookups/</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What it defines.</param>
/// <param name="Hash">The definition's hash: of the file, and of a lookup's data with it.</param>
internal sealed record ContentFile(TextFile File, ContentKind Kind, string Hash);
