using System.Globalization;

namespace DetectionKit.Sensor.Observing;

/// <summary>What the sensor says of itself: lines on standard error, which systemd's journal takes with their priority (sd-daemon(3)).</summary>
/// <param name="output">Where to.</param>
/// <param name="journal">Whether the journal reads it: then lines begin with their priority and have no time.</param>
internal sealed class SensorLog(TextWriter output, bool journal)
{
    private readonly Lock _lock = new();

    /// <summary>Lines that could not be written: nobody reads them any more, or their disk is full.</summary>
    public long Lost { get; private set; }

    /// <summary>Standard error.</summary>
    public static SensorLog Open() => new(Console.Error, Environment.GetEnvironmentVariable("JOURNAL_STREAM") is not null);

    public void Say(string message) => Write(6, message);

    public void Warn(string message) => Write(4, message);

    public void Fail(string message) => Write(3, message);

    private void Write(int priority, string message)
    {
        lock (_lock)
        {
            try
            {
                if (journal)
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<{priority}>{message}"));
                else
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ} dk-sensor: {message}"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What it says must not end what it does.
                Lost++;
            }
        }
    }
}
