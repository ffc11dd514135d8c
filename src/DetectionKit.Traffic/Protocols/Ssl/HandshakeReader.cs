using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>
/// Reads the handshake messages out of one side's TLS records (RFC 8446 section 5.1): messages may span records, records may span segments.
/// A message's bytes are copied only where it does not lie whole in what came. Ends at the first record that is encrypted.
/// </summary>
internal sealed class HandshakeReader
{
    private const int RecordHeader = 5;
    private const int MessageHeader = 4;
    private const int LongestRecord = 16_384 + 2048;

    /// <summary>The longest message that is read; a longer one is passed over.</summary>
    private const int LongestMessage = 32_768;

    private byte[]? _held;
    private int _heldLength;
    private int _recordLeft;
    private byte _recordType;
    private int _skip;

    /// <summary>Whether there is no more to read: encrypted from here on, or no TLS.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Reads no further.</summary>
    public void Stop()
    {
        IsDone = true;
        _held = null;
        _heldLength = 0;
    }

    /// <summary>Takes bytes in order.</summary>
    /// <param name="bytes">What was not taken yet.</param>
    /// <param name="messages">Takes each whole message.</param>
    /// <returns>How many bytes are done with.</returns>
    public int Read(ReadOnlySpan<byte> bytes, IHandshakeMessages messages)
    {
        var at = 0;
        while (!IsDone && at < bytes.Length)
        {
            if (_recordLeft == 0)
            {
                if (bytes.Length - at < RecordHeader)
                    return at;
                if (!BeginRecord(bytes.Slice(at, RecordHeader), messages))
                    break;
                at += RecordHeader;
                continue;
            }

            var part = Math.Min(_recordLeft, bytes.Length - at);
            if (_recordType == 22)
                Take(bytes.Slice(at, part), messages);
            at += part;
            _recordLeft -= part;
        }

        return IsDone ? bytes.Length : at;
    }

    private bool BeginRecord(ReadOnlySpan<byte> header, IHandshakeMessages messages)
    {
        var reader = new ByteReader(header);
        _recordType = reader.U8();
        var version = reader.U16();
        _recordLeft = reader.U16();
        var isRecord = version is (>= 0x0300 and <= 0x0304) or 0x0101 && _recordLeft is > 0 and <= LongestRecord;
        if (isRecord && _recordType is 22 or 21 or 24)
            return true;
        if (isRecord && _recordType == 20 && messages.GoesOnBehindChangeCipherSpec)
            return true;
        Stop();
        return false;
    }

    private void Take(ReadOnlySpan<byte> fragment, IHandshakeMessages messages)
    {
        while (!fragment.IsEmpty && !IsDone)
        {
            if (_skip > 0)
            {
                var skipped = Math.Min(_skip, fragment.Length);
                _skip -= skipped;
                fragment = fragment[skipped..];
                continue;
            }

            if (_heldLength == 0 && TryWhole(fragment, messages, out var used))
            {
                fragment = fragment[used..];
                continue;
            }

            fragment = fragment[Hold(fragment, messages)..];
        }
    }

    private bool TryWhole(ReadOnlySpan<byte> fragment, IHandshakeMessages messages, out int used)
    {
        used = 0;
        if (fragment.Length < MessageHeader)
            return false;
        var length = Length(fragment);
        if (length > LongestMessage)
        {
            used = MessageHeader;
            _skip = length;
            return true;
        }

        if (fragment.Length < MessageHeader + length)
            return false;
        used = MessageHeader + length;
        messages.OnMessage(fragment[0], fragment.Slice(MessageHeader, length));
        return true;
    }

    /// <summary>Copies as much of the message as is there; hands it on once it is whole.</summary>
    private int Hold(ReadOnlySpan<byte> fragment, IHandshakeMessages messages)
    {
        var wanted = _heldLength < MessageHeader ? MessageHeader : MessageHeader + Length(_held);
        var taken = Math.Min(wanted - _heldLength, fragment.Length);
        if (_held is null || _held.Length < _heldLength + taken)
            Array.Resize(ref _held, Math.Max(512, (_heldLength + taken) * 2));
        fragment[..taken].CopyTo(_held.AsSpan(_heldLength));
        _heldLength += taken;
        if (_heldLength < MessageHeader)
            return taken;
        var length = Length(_held);
        if (length > LongestMessage)
            (_skip, _heldLength) = (length, 0);
        else if (_heldLength == MessageHeader + length)
        {
            var (message, whole) = (_held, _heldLength);
            (_held, _heldLength) = (null, 0);
            messages.OnMessage(message[0], message.AsSpan(MessageHeader, whole - MessageHeader));
        }

        return taken;
    }

    private static int Length(ReadOnlySpan<byte> header) => header[1] << 16 | header[2] << 8 | header[3];
}

/// <summary>Takes handshake messages.</summary>
internal interface IHandshakeMessages
{
    /// <summary>Whether clear messages follow a change-cipher-spec record: behind a hello retry request only (RFC 8446 appendix D.4).</summary>
    bool GoesOnBehindChangeCipherSpec { get; }

    /// <summary>Takes a whole message.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="body">What is behind its header; valid during the call.</param>
    void OnMessage(byte type, ReadOnlySpan<byte> body);
}
