using System.Collections.Immutable;

namespace DetectionKit.Bundles;

/// <summary>What came of reading a bundle: the bundle, or why there is none.</summary>
/// <param name="Bundle">The bundle, where nothing was wrong.</param>
/// <param name="Problems">What was wrong.</param>
public sealed record BundleResult(Bundle? Bundle, ImmutableArray<BundleProblem> Problems);

/// <summary>One thing that is wrong with a bundle.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Message">The thing, for people, in a line.</param>
public sealed record BundleProblem(BundleProblemKind Kind, string Message);

/// <summary>What can be wrong with a bundle.</summary>
public enum BundleProblemKind
{
    /// <summary>It cannot be read from where it lies.</summary>
    Unreadable,

    /// <summary>The archive is damaged, cut off, too large, or of a form that is not taken.</summary>
    BadArchive,

    /// <summary>The manifest is missing or cannot be read.</summary>
    BadManifest,

    /// <summary>The signature is missing where one is asked for, or no trusted key made it.</summary>
    Untrusted,

    /// <summary>A trusted key made the signature, at a time when it is not trusted.</summary>
    KeyOutOfTime,

    /// <summary>A later bundle of the same id was accepted before.</summary>
    OlderSerial,

    /// <summary>It was made for another version of the contract.</summary>
    OtherContract,

    /// <summary>A file that the manifest lists is missing.</summary>
    MissingFile,

    /// <summary>A file is there that the manifest does not list, or that has no place in a bundle.</summary>
    ExtraFile,

    /// <summary>A file's content is not what the manifest says.</summary>
    HashMismatch,

    /// <summary>A file's content cannot be understood.</summary>
    BadContent,
}
