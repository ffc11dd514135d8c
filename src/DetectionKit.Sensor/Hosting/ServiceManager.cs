using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace DetectionKit.Sensor.Hosting;

/// <summary>Tells systemd how the service is (sd_notify(3)): datagrams to the socket that it names. Without one, nothing is said.</summary>
internal sealed class ServiceManager : IDisposable
{
    private readonly Socket? _socket;
    private readonly UnixDomainSocketEndPoint? _manager;

    private ServiceManager(string? address, string? watchdog)
    {
        if (long.TryParse(watchdog, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0)
            WatchdogInterval = TimeSpan.FromMicroseconds(microseconds / 2.0);
        if (string.IsNullOrEmpty(address))
            return;
        // An address that begins with @ is abstract.
        _manager = new UnixDomainSocketEndPoint(address[0] == '@' ? "\0" + address[1..] : address);
        _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    }

    /// <summary>How often the watchdog wants to hear; null: it does not.</summary>
    public TimeSpan? WatchdogInterval { get; }

    /// <summary>As the environment says. The variables are for this process alone.</summary>
    public static ServiceManager Open()
    {
        var manager = new ServiceManager(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"), Environment.GetEnvironmentVariable("WATCHDOG_USEC"));
        Environment.SetEnvironmentVariable("NOTIFY_SOCKET", null);
        Environment.SetEnvironmentVariable("WATCHDOG_USEC", null);
        return manager;
    }

    /// <summary>Folders for this service's files of log, which belong to the user that began it, not to the one it becomes: <c>LOGS_DIRECTORY</c>, as systemd.exec(5) has it.</summary>
    public static IEnumerable<string> LogFolders => Environment.GetEnvironmentVariable("LOGS_DIRECTORY")?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public void Ready(string status) => Tell($"READY=1\nSTATUS={status}");

    public void Reloading() => Tell(string.Create(CultureInfo.InvariantCulture, $"RELOADING=1\nMONOTONIC_USEC={System.Diagnostics.Stopwatch.GetTimestamp() / (System.Diagnostics.Stopwatch.Frequency / 1_000_000)}"));

    public void Stopping() => Tell("STOPPING=1");

    public void Alive() => Tell("WATCHDOG=1");

    public void Dispose() => _socket?.Dispose();

    private void Tell(string message)
    {
        try
        {
            _socket?.SendTo(Encoding.UTF8.GetBytes(message), _manager!);
        }
        catch (SocketException)
        {
            // Nobody listens: the service runs all the same.
        }
    }
}
