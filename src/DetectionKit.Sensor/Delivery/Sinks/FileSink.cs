using System.Globalization;

namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>A line each in a file, which is renamed to <c>.1</c>, and that to <c>.2</c>, once it is large enough. Lines are on the medium before they count as delivered.</summary>
/// <param name="path">The file.</param>
/// <param name="maxBytes">How large it grows.</param>
/// <param name="keep">How many older files are kept.</param>
internal sealed class FileSink(string path, long maxBytes, int keep) : ISink
{
    private FileStream? _file;

    // How long the file was when all of it was whole lines.
    private long _whole;

    public int Batch => 256;

    public SendResult Send(IReadOnlyList<byte[]> records, CancellationToken ending)
    {
        try
        {
            var file = _file ??= Open();
            foreach (var record in records)
            {
                file.Write(record);
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
            _whole = file.Position;
            if (file.Position >= maxBytes)
                Rotate();
            return new(records.Count);
        }
        catch (IOException)
        {
            Close();
            CutHalfLine(path, _whole);
            throw;
        }
    }

    public void Dispose() => Close();

    private FileStream Open()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        // What a crash cut off must not run into the next line.
        if (file.Length > 0)
        {
            file.Position = file.Length - 1;
            if (file.ReadByte() != '\n')
                file.WriteByte((byte)'\n');
        }

        _whole = file.Length;
        return file;
    }

    /// <summary>A full disk takes part of a line: that goes. Whole ones stay, since who follows the file may have read them; they come again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="whole">How long it was when all of it was whole lines.</param>
    internal static void CutHalfLine(string path, long whole)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length <= whole)
                return;
            var added = new byte[file.Length - whole];
            file.Position = whole;
            file.ReadExactly(added);
            file.SetLength(whole + added.AsSpan().LastIndexOf((byte)'\n') + 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then the line is ended as it is, when the file is opened again.
        }
    }

    private void Rotate()
    {
        Close();
        for (var number = keep; number > 0; number--)
        {
            var older = number == 1 ? path : NameOf(number - 1);
            if (File.Exists(older))
                File.Move(older, NameOf(number), overwrite: true);
        }

        if (keep == 0)
            File.Delete(path);
    }

    private string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");

    private void Close()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is not acknowledged: it comes again.
        }

        _file = null;
    }
}
