namespace DetectionKit.Cli.Packing;

/// <summary>Writes a file so that nobody ever sees half of it.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file, then puts it in place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">What it holds.</param>
    public static void Write(string path, byte[] content)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder))
            throw new IOException($"{path}: there is no folder {folder}");
        if (Directory.Exists(path))
            throw new IOException($"{path}: is a folder");
        var beside = $"{path}.{Environment.ProcessId}.tmp";
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
}
