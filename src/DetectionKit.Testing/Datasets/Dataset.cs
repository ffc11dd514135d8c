using System.Collections.Immutable;

namespace DetectionKit.Testing.Datasets;

/// <summary>A recorded scenario that detections are tested on: a folder with a <c>dataset.yml</c> and its data. Immutable.</summary>
/// <param name="Path">The folder within the repository, with forward slashes: <c>datasets/T1571/http_on_8088</c>. Snapshots name it so.</param>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Kind">Whether something is to be found on it.</param>
/// <param name="Technique">The ATT&amp;CK technique that it shows; null: none.</param>
/// <param name="Files">Its data in order; read as one stream.</param>
public sealed record Dataset(string Path, string Name, DatasetKind Kind, string? Technique, ImmutableArray<DatasetFile> Files);

/// <summary>Whether something is to be found on a dataset.</summary>
public enum DatasetKind
{
    /// <summary>An attack: rows are expected.</summary>
    Attack,

    /// <summary>Ordinary days: a row is a false positive.</summary>
    Benign,
}

/// <summary>One file of a dataset.</summary>
/// <param name="Path">The file within the repository, with forward slashes.</param>
/// <param name="FullPath">Where it is on this machine.</param>
/// <param name="Sha256">What its content hashes to, in lower-case hexadecimal digits; null: not said.</param>
/// <param name="SourceType">What reads it (<c>detectionkit:pcap</c>); null: its content tells.</param>
/// <param name="Source">The <c>source</c> that a log's events have; null: the path.</param>
public sealed record DatasetFile(string Path, string FullPath, string? Sha256, string? SourceType, string? Source = null);

/// <summary>Something that keeps a dataset from being used.</summary>
/// <param name="Path">The file that is to blame, within the repository.</param>
/// <param name="Line">Its 1-based line; 0: the file as a whole.</param>
/// <param name="Message">What is wrong.</param>
public sealed record DatasetProblem(string Path, int Line, string Message);
