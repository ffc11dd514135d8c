using System.Text;

namespace DetectionKit.Workspace;

/// <summary>Writes a file so that nobody ever sees half of it: beside the file first, under a name that ends in <c>.tmp</c>.</summary>
public static class WholeFile
{
    /// <summary>Writes it, in place of what is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">What it holds.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder))
            throw new IOException($"{path}: there is no folder {folder}");
        if (Directory.Exists(path))
            throw new IOException($"{path}: is a folder");
        var beside = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, path, overwrite: true);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"{path}: permission denied", e);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Writes a text in UTF-8, without a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What it holds.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));
}
