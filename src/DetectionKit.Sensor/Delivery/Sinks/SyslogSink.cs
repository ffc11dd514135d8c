using System.Buffers;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Configuration;

namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>
/// Syslog messages (RFC 5424) over TCP (RFC 6587) or TLS (RFC 5425), framed by octet counting. The protocol knows no receipt: records count as delivered once the
/// receiver's TCP has acknowledged every byte of them and the connection has lived on for a while. Where it breaks before, they are sent again on the next one.
/// </summary>
/// <param name="address">The receiver.</param>
/// <param name="tls">Whether it speaks TLS.</param>
/// <param name="authorities">Who may have signed its certificate; null: the system's authorities.</param>
/// <param name="timeout">For connecting, and for acknowledgements.</param>
/// <param name="settling">How long the connection has to live on.</param>
internal sealed partial class SyslogSink(HostAndPort address, bool tls, X509ChainPolicy? authorities, TimeSpan timeout, TimeSpan settling) : ISink
{
    private const int MostAtOnce = 256;
    private const int MostUnsettled = 8192;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Facility local0 (16), severity warning (4).
    private const int Priority = (16 * 8) + 4;
    private const nuint TiocOutQ = 0x5411;
    private Socket? _socket;
    private Stream? _stream;
    private Task<int> _reading = Task.FromResult(0);

    // When TCP acknowledged each of the first records that wait, on this connection.
    private readonly Queue<DateTime> _unsettled = new();

    public int Batch => Math.Min(_unsettled.Count + MostAtOnce, MostUnsettled);

    /// <inheritdoc/>
    public void Wrap(Alert alert, ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        // VERSION 1, TIMESTAMP, HOSTNAME, APP-NAME, PROCID, MSGID, no STRUCTURED-DATA, MSG.
        var time = alert.Made.ToUtc().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        var header = string.Create(CultureInfo.InvariantCulture, $"<{Priority}>1 {time} {Printable(alert.Sensor)} dk-sensor {Environment.ProcessId} alert - ");
        output.Write(Encoding.ASCII.GetBytes(header));
        output.Write(text);
    }

    public SendResult Send(IReadOnlyList<byte[]> records, CancellationToken ending)
    {
        try
        {
            if (_stream is not null && _reading.IsCompleted)
                Close();
            _stream ??= Connect(ending);
            // Whatever it hangs in then, it ends.
            using var cut = ending.Register(static socket => ((Socket)socket!).Dispose(), _socket);
            if (records.Count <= _unsettled.Count)
                ending.WaitHandle.WaitOne(Pause);
            else if (!TryWrite(_stream, records.Skip(_unsettled.Count), ending))
                return SendResult.Failed($"{address.Host} does not acknowledge what it is sent");
            return new(Settle());
        }
        catch (Exception)
        {
            Close();
            throw;
        }
    }

    public void Dispose() => Close();

    /// <summary><c>MSG-LEN SP SYSLOG-MSG</c></summary>
    internal static void WriteFrame(Stream output, ReadOnlySpan<byte> message)
    {
        output.Write(Encoding.ASCII.GetBytes(message.Length.ToString(CultureInfo.InvariantCulture)));
        output.WriteByte((byte)' ');
        output.Write(message);
    }

    private bool TryWrite(Stream stream, IEnumerable<byte[]> records, CancellationToken ending)
    {
        using var frames = new MemoryStream();
        var count = 0;
        foreach (var record in records)
        {
            WriteFrame(frames, record);
            count++;
        }

        stream.Write(frames.GetBuffer(), 0, (int)frames.Length);
        stream.Flush();
        if (!AwaitReceipt(ending))
        {
            Close();
            return false;
        }

        for (; count > 0; count--)
            _unsettled.Enqueue(DateTime.UtcNow);
        return true;
    }

    // How many records, from the first on, are delivered by now.
    private int Settle()
    {
        if (_reading.IsCompleted)
            throw new IOException("the receiver closed the connection");
        var settled = 0;
        while (_unsettled.TryPeek(out var since) && DateTime.UtcNow - since >= settling)
        {
            _unsettled.Dequeue();
            settled++;
        }

        return settled;
    }

    // PRINTUSASCII, at most 255.
    private static string Printable(string text)
    {
        var kept = string.Concat(text.Where(c => c is > ' ' and <= '~').Take(255));
        return kept.Length == 0 ? "-" : kept;
    }

    private Stream Connect(CancellationToken ending)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendTimeout = (int)timeout.TotalMilliseconds, ReceiveTimeout = (int)timeout.TotalMilliseconds };
        _socket = socket;
        // One limit for all of it: a receiver that lets a byte through now and then does not begin it anew.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ending);
        limit.CancelAfter(timeout);
        try
        {
            socket.ConnectAsync(address.Host, address.Port, limit.Token).AsTask().GetAwaiter().GetResult();
            var stream = new NetworkStream(socket, ownsSocket: true);
            return Watched(tls ? Secured(stream, limit.Token) : stream);
        }
        catch (OperationCanceledException e) when (!ending.IsCancellationRequested)
        {
            throw new IOException($"{address.Host} does not let in", e);
        }
    }

    private SslStream Secured(NetworkStream stream, CancellationToken limit)
    {
        var secured = new SslStream(stream);
        secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.Host, CertificateChainPolicy = authorities }, limit).GetAwaiter().GetResult();
        return secured;
    }

    // A receiver says nothing (but for what TLS says between its lines): a read that ends tells that it has closed, or that it speaks another protocol.
    private Stream Watched(Stream stream)
    {
        _reading = stream.ReadAsync(new byte[1]).AsTask();
        _ = _reading.ContinueWith(read => read.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return stream;
    }

    // SIOCOUTQ (tcp(7)): bytes that the other side has not acknowledged. None are left, too, where it has reset the connection: so that is asked behind it.
    private bool AwaitReceipt(CancellationToken ending)
    {
        var end = DateTime.UtcNow + timeout;
        while (DateTime.UtcNow < end && !ending.IsCancellationRequested)
        {
            var isEmpty = !OperatingSystem.IsLinux() || Control((int)_socket!.Handle, TiocOutQ, out var waiting) != 0 || waiting == 0;
            if (_reading.IsCompleted || _socket!.Poll(0, SelectMode.SelectError))
                throw new IOException("the receiver closed the connection");
            if (isEmpty)
                return true;
            Thread.Sleep(1);
        }

        return false;
    }

    private void Close()
    {
        try
        {
            _stream?.Dispose();
        }
        catch (IOException)
        {
            // It is gone either way.
        }

        _socket?.Dispose();
        _stream = null;
        _socket = null;
        _unsettled.Clear();
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(int descriptor, nuint request, out int value);
}
