namespace DetectionKit.Testing.Datasets;

/// <summary>A file that Git Large File Storage left in place of the data (git-lfs specification, "The Pointer").</summary>
public static class LfsPointer
{
    private const int Longest = 1024;

    /// <summary>Whether the file is one; a file that cannot be read is none.</summary>
    /// <param name="file">The file on this machine.</param>
    public static bool Is(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            Span<byte> start = stackalloc byte[64];
            return stream.Length <= Longest && start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].StartsWith("version https://git-lfs"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
