using System.Collections.Immutable;

namespace DetectionKit.Testing.Synthesis.Content;

/// <summary>One kind of bytes that are no application protocol's message: what a file, a private format or a cipher's output looks like.</summary>
/// <param name="Family">The kind's kind: <c>random compressed encrypted text binary media</c>.</param>
/// <param name="Name">The kind.</param>
/// <param name="Make">Makes at least that many bytes, from a seeded generator alone; callers cut the rest off.</param>
public sealed record ForeignContent(string Family, string Name, Func<Random, int, byte[]> Make)
{
    /// <summary>All kinds, in a fixed order.</summary>
    public static ImmutableArray<ForeignContent> All { get; } =
        [.. NoiseContent.All, .. CompressedContent.All, .. EncryptedContent.All, .. TextContent.All, .. MarkupContent.All, .. BinaryContent.All, .. MediaContent.All];
}
