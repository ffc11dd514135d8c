using System.Runtime.InteropServices;

namespace DetectionKit.Traffic.Capture.Live;

/// <summary>Puts frames on an interface, many with one call (sendmmsg(2)). For one thread; Linux only.</summary>
public sealed unsafe class PacketSender : IDisposable
{
    /// <summary>The most frames of one call.</summary>
    public const int BatchFrames = 64;

    private const int BatchBytes = 512 << 10;
    private const int SolSocket = 1;
    private const int SoSendBuffer = 7;
    private const int EAgain = 11;
    private const int ENoBuffers = 105;
    private readonly PacketSocket _socket;
    private readonly byte* _bytes;
    private readonly IoVector* _vectors;
    private readonly MessageVector* _messages;
    private int _used;
    private int _count;

    /// <summary>Opens an interface to send on. A failure is a <see cref="LiveCaptureException"/>.</summary>
    /// <param name="interfaceName">Its name.</param>
    public PacketSender(string interfaceName)
    {
        _socket = new PacketSocket(interfaceName);
        try
        {
            _socket.Set(SolSocket, SoSendBuffer, 8 << 20, "setsockopt(SO_SNDBUF)");
            if (HardwareTypes.LinkTypeOf(_socket.Bind(receive: false)) is not LinkType.Ethernet)
                throw new LiveCaptureException($"{interfaceName} is no Ethernet interface");
        }
        catch (LiveCaptureException)
        {
            _socket.Dispose();
            throw;
        }

        _bytes = (byte*)NativeMemory.Alloc(BatchBytes);
        _vectors = (IoVector*)NativeMemory.AllocZeroed(BatchFrames, (nuint)sizeof(IoVector));
        _messages = (MessageVector*)NativeMemory.AllocZeroed(BatchFrames, (nuint)sizeof(MessageVector));
    }

    /// <summary>Frames that were sent.</summary>
    public long Sent { get; private set; }

    /// <summary>Their bytes.</summary>
    public long SentBytes { get; private set; }

    /// <summary>Frames that the interface refused: larger than its MTU, or it is down.</summary>
    public long Refused { get; private set; }

    /// <summary>The system's words for the last refusal.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Adds a frame to the batch; sends the batch where it is full.</summary>
    /// <param name="frame">The frame, from the Ethernet header on.</param>
    public void Add(ReadOnlySpan<byte> frame)
    {
        if (_count == BatchFrames || frame.Length > BatchBytes - _used)
            Flush();
        if (frame.Length > BatchBytes)
        {
            Refused++;
            return;
        }

        frame.CopyTo(new Span<byte>(_bytes + _used, frame.Length));
        _vectors[_count] = new IoVector { Base = _bytes + _used, Length = (nuint)frame.Length };
        _messages[_count] = new MessageVector { Vectors = _vectors + _count, VectorCount = 1 };
        _used += frame.Length;
        _count++;
    }

    /// <summary>Sends what was added.</summary>
    public void Flush()
    {
        for (var done = 0; done < _count;)
        {
            var sent = LibC.SendMany(_socket.Descriptor, _messages + done, (uint)(_count - done), 0);
            for (var i = 0; i < sent; i++)
                SentBytes += (long)_vectors[done + i].Length;
            if (sent > 0)
            {
                Sent += sent;
                done += sent;
                continue;
            }

            // A full queue empties; a frame that is refused for itself is left out.
            if (Marshal.GetLastPInvokeError() is EAgain or ENoBuffers)
            {
                Thread.Yield();
                continue;
            }

            Refusal = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
            Refused++;
            done++;
        }

        _count = 0;
        _used = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(_bytes);
        NativeMemory.Free(_vectors);
        NativeMemory.Free(_messages);
        _socket.Dispose();
    }
}
