using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace DetectionKit.Traffic.Capture;

/// <summary>
/// Reads a capture: pcap or pcapng, plain or gzip, told by its first bytes. One buffer of 256 KiB slides over it. A damaged, truncated or
/// foreign file never throws: the records before the trouble are given, then <see cref="Error"/> says what it is and where.
/// </summary>
public sealed class CaptureReader : IDisposable
{
    private readonly ByteWindow? _window;
    private readonly CaptureFormat? _format;
    private readonly CaptureError? _openError;

    private CaptureReader(CaptureError error) => _openError = error;

    private CaptureReader(Stream stream, bool ahead)
    {
        var window = new ByteWindow(stream);
        if (window.Has(2) && window.View[0] == 0x1F && window.View[1] == 0x8B)
            window = Unpacked(window);
        if (ahead)
            window.ReadAhead();
        _window = window;
        _format = (CaptureFormat?)PcapFormat.TryOpen(window) ?? PcapNgFormat.TryOpen(window);
        if (_format is null)
            _openError = new CaptureError(0, window.StreamError ?? Foreign(window.View));
    }

    private static string Foreign(ReadOnlySpan<byte> head) => head switch
    {
        [] => "empty file",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "packed by zstd; unpack it, or pack it by gzip",
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, ..] => "packed by xz; unpack it, or pack it by gzip",
        [0x42, 0x5A, 0x68, ..] => "packed by bzip2; unpack it, or pack it by gzip",
        _ => "neither pcap nor pcapng",
    };

    // By itself, so that who reads plain captures loads nothing for packed ones.
    private static ByteWindow Unpacked(ByteWindow packed) => new(new GZipStream(new WindowStream(packed), CompressionMode.Decompress));

    /// <summary>What stopped reading; null while all is well and after a clean end.</summary>
    public CaptureError? Error => _openError ?? _format?.Error;

    /// <summary>How far the file was read, in bytes after decompression.</summary>
    public long Offset => _window?.Offset ?? 0;

    /// <summary>Whether bytes are the begin of a capture, plain or gzip.</summary>
    /// <param name="head">The file's first bytes; 64 are enough for a plain capture, a few thousand for a packed one.</param>
    public static bool Recognises(ReadOnlySpan<byte> head)
    {
        using var reader = new CaptureReader(new MemoryStream(head.ToArray(), writable: false), ahead: false);
        return reader._format is not null;
    }

    /// <summary>Opens a capture. A file that cannot be opened gives a reader with an <see cref="Error"/> and no packets.</summary>
    /// <param name="path">The file; <c>-</c> is standard input.</param>
    /// <param name="ahead">Whether a thread of its own reads (and unpacks) ahead of what is asked for: the records are the same.</param>
    public static CaptureReader Open(string path, bool ahead = false)
    {
        try
        {
            return new CaptureReader(path is "-" ? StandardInput() : CaptureFile.Open(path), ahead);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new CaptureReader(CaptureError.Of(e));
        }
    }

    // By itself, so that who reads files loads no console.
    [MethodImpl(MethodImplOptions.NoInlining)]
#pragma warning disable RS0030 // Standard input is a capture like a file; nothing is said there.
    private static Stream StandardInput() => Console.OpenStandardInput();
#pragma warning restore RS0030

    /// <summary>Reads a capture from a stream, which the reader disposes of.</summary>
    /// <param name="stream">At the capture's begin.</param>
    /// <param name="ahead">As above.</param>
    public static CaptureReader Open(Stream stream, bool ahead = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new(stream, ahead);
    }

    /// <summary>Reads the next record; false at the end or at the first trouble.</summary>
    /// <param name="packet">The record; its bytes are valid until the next call.</param>
    public bool Read(ref CapturedPacket packet) => _format is not null && _format.Read(ref packet);

    /// <summary>Takes the records that are in the window already, as far as there is room for them; 0: <see cref="Read"/> has to go on.</summary>
    /// <param name="spots">Filled from its begin.</param>
    /// <param name="window">What they lie in; valid until more is read.</param>
    /// <param name="link">What their frames begin with.</param>
    internal int ReadAhead(Span<FrameSpot> spots, out ReadOnlySpan<byte> window, out LinkType link)
    {
        window = _window is null ? default : _window.Buffer;
        link = _format?.LinkType ?? default;
        return _format?.ReadAhead(spots) ?? 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _window?.Dispose();
}
