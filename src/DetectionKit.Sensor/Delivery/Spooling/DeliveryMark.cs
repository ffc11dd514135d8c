using System.Globalization;
using System.Text;

namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>The file that says how far a spool was delivered.</summary>
internal sealed class DeliveryMark : IDisposable
{
    private const string Name = "delivered";
    private readonly FileStream _file;

    /// <summary>Opens it.</summary>
    /// <param name="folder">The spool's.</param>
    public DeliveryMark(string folder) => _file = new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 0);

    /// <summary>Up to which segment, which place in it, and which record; zeros where nothing was delivered, or the file says nothing.</summary>
    public (long Segment, long Offset, long Sequence) Read()
    {
        Span<byte> text = stackalloc byte[80];
        _file.Position = 0;
        var parts = Encoding.ASCII.GetString(text[.._file.Read(text)]).Split(' ', '\n');
        return parts.Length >= 3 && Number(0, out var segment) && Number(1, out var offset) && Number(2, out var sequence) ? (segment, offset, sequence) : default;

        bool Number(int part, out long number) => long.TryParse(parts[part], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Moves it. One write of a fixed length: a crash leaves the old mark or the new one, and either is right.</summary>
    public void Write(long segment, long offset, long sequence)
    {
        try
        {
            _file.Position = 0;
            _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{segment:D19} {offset:D19} {sequence:D19}\n")));
            _file.Flush();
        }
        catch (IOException)
        {
            // Then records are delivered again.
        }
    }

    public void Dispose() => _file.Dispose();
}
