using DetectionKit.Traffic.Protocols.Parsing;
using DetectionKit.Traffic.Protocols.Ssl;

namespace DetectionKit.Traffic.Protocols.Dtls;

/// <summary>Puts one side's handshake messages together from fragments that come in order; what comes again is passed over.</summary>
internal sealed class DtlsMessages
{
    private const int LongestMessage = 32_768;
    private byte[] _message = [];
    private int _number = -1;
    private int _length;
    private int _covered;

    /// <summary>Whether there is no more to read: encrypted from here on.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Reads no further.</summary>
    public void Stop()
    {
        IsDone = true;
        _message = [];
    }

    /// <summary>Takes a record's content: fragments of messages one behind the other.</summary>
    public void Take(ReadOnlySpan<byte> record, IHandshakeMessages into)
    {
        var reader = new ByteReader(record);
        while (reader.Left > 0)
        {
            var type = reader.U8();
            var length = reader.U24();
            var number = reader.U16();
            var offset = reader.U24();
            var bytes = reader.Take(reader.U24());
            if (reader.Short || length > LongestMessage || offset + bytes.Length > length)
                return;
            if (bytes.Length == length)
                into.OnMessage(type, bytes);
            else
                Fragment(type, length, number, offset, bytes, into);
        }
    }

    private void Fragment(byte type, int length, int number, int offset, ReadOnlySpan<byte> bytes, IHandshakeMessages into)
    {
        if (number != _number || length != _length)
            (_number, _length, _covered) = (number, length, 0);
        if (_message.Length < length)
            _message = new byte[length];
        if (offset > _covered || offset + bytes.Length <= _covered)
            return;
        bytes.CopyTo(_message.AsSpan(offset));
        _covered = offset + bytes.Length;
        if (_covered == length)
            into.OnMessage(type, _message.AsSpan(0, length));
    }
}
