using System.Collections.Immutable;
using DetectionKit.Sensor.Hosting;

namespace DetectionKit.Sensor.Inputs.Following;

/// <summary>A part of a log: a file, or some of it.</summary>
/// <param name="Path">The file.</param>
/// <param name="From">Bytes before it.</param>
/// <param name="To">Bytes up to its end; null: it goes on as the file does.</param>
/// <param name="Inode">The file's number when it was found: another one under its name is not read in its place. Null: whatever is there is read.</param>
internal sealed record LogPart(string Path, long From, long? To, ulong? Inode = null);

/// <summary>
/// Finds a log's files between two places, across rotations: a file that was moved is known by its identity, one that was copied and cut (copytruncate) by its
/// first bytes. Files that were compressed are not read. Files may be moved while they are looked for: who reads more than one asks again after each.
/// </summary>
/// <param name="Parts">The parts, in order.</param>
/// <param name="Gap">What is not there any more, for people; null: nothing.</param>
internal sealed record LogParts(ImmutableArray<LogPart> Parts, string? Gap)
{
    private const int MostFiles = 64;

    /// <summary>From a place on to where the log is written now, which is followed.</summary>
    /// <param name="path">The log.</param>
    /// <param name="from">The place; null: the begin of the file that is there.</param>
    /// <param name="isRead">Whether that file was read to its end.</param>
    public static LogParts From(string path, FileMark? from, bool isRead = false)
    {
        var current = InodeOf(path);
        if (from is null || (!isRead && IsAt(path, from, orCopy: false)))
            return new([new(path, from?.Offset ?? 0, null, current)], null);
        var (rotated, gap) = Rotated(path, from);
        ImmutableArray<LogPart> unread = [.. rotated.Where(part => part.From < part.To && part.Inode != current)];
        return new([.. unread, new(path, 0, null, current)], isRead ? null : gap);
    }

    /// <summary>Between two places.</summary>
    public static LogParts Between(string path, FileMark from, FileMark to)
    {
        foreach (var file in Files(path).Prepend(path).Where(file => IsAt(file, to, orCopy: true)))
        {
            if (IsAt(file, from, orCopy: true))
                return new([new(file, from.Offset, to.Offset, InodeOf(file))], null);
            var (rotated, gap) = Rotated(path, from);
            var written = File.GetLastWriteTimeUtc(file);
            var before = rotated.Where(part => !string.Equals(part.Path, file, StringComparison.Ordinal) && File.GetLastWriteTimeUtc(part.Path) <= written);
            return new([.. before.Append(new(file, 0, to.Offset, InodeOf(file))).Where(part => part.From < part.To)], gap);
        }

        return new([], $"what was read of {path} is gone, or compressed: windows that were open are not made again");
    }

    // What the log's file was called since, and what was rotated after it.
    private static (ImmutableArray<LogPart> Parts, string? Gap) Rotated(string path, FileMark from)
    {
        var files = Files(path);
        if ((files.Find(file => IsAt(file, from, orCopy: false)) ?? files.Find(file => IsAt(file, from, orCopy: true))) is not { } found)
            return ([], FormattableString.Invariant($"{path} was rotated or replaced, and its file is gone or compressed: what it held behind byte {from.Offset} was not read"));
        var (written, pattern) = (File.GetLastWriteTimeUtc(found), PatternOf(found));
        var later = files.Where(file => !string.Equals(file, found, StringComparison.Ordinal) && string.Equals(PatternOf(file), pattern, StringComparison.Ordinal) && File.GetLastWriteTimeUtc(file) > written)
            .OrderBy(File.GetLastWriteTimeUtc);
        return ([LengthOf(found, from.Offset), .. later.Select(file => LengthOf(file, 0))], null);
    }

    private static LogPart LengthOf(string file, long from) => new(file, from, new FileInfo(file).Length, InodeOf(file));

    private static ulong? InodeOf(string path)
    {
        try
        {
            using var file = GrowingFile.Open(path);
            return FileStatus.OfFile(file.SafeFileHandle).Inode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Files beside the log whose names begin as its does, the newest ones.
    private static List<string> Files(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. new DirectoryInfo(folder).EnumerateFiles(Path.GetFileNameWithoutExtension(path).Replace('*', '?') + "*")
                .Where(file => !string.Equals(file.Name, Path.GetFileName(path), StringComparison.Ordinal))
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .Take(MostFiles)
                .Select(file => file.FullName),
        ];
    }

    // Names of files of one log differ in numbers and dates alone.
    private static string PatternOf(string file) => string.Concat(Path.GetFileName(file).Where(c => !char.IsAsciiDigit(c)));

    private static bool IsAt(string path, FileMark mark, bool orCopy)
    {
        try
        {
            using var file = GrowingFile.Open(path);
            return mark.File.Is(file, mark.Offset, orCopy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
