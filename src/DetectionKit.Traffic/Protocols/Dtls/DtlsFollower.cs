using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
using DetectionKit.Traffic.Protocols.Ssl;

namespace DetectionKit.Traffic.Protocols.Dtls;

/// <summary>Followers of DTLS.</summary>
internal sealed class DtlsFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "dtls";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new DtlsFollower();
}

/// <summary>Reads a DTLS handshake for its facts: records in datagrams, messages in fragments (RFC 6347 section 4, RFC 9147 section 5).</summary>
internal sealed class DtlsFollower : Follower
{
    private const int MostDatagrams = 64;
    private readonly DtlsMessages _fromOriginator = new();
    private readonly DtlsMessages _fromResponder = new();
    private readonly HandshakeFacts _facts = new('d');
    private int _datagrams;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        _facts.Notes = notes;
        var messages = said.FromOriginator ? _fromOriginator : _fromResponder;
        var reader = new ByteReader(said.Bytes);
        while (reader.Left > 0 && !messages.IsDone)
        {
            var type = reader.U8();
            reader.Skip(2);
            var epoch = reader.U16();
            reader.Skip(6);
            var fragment = reader.Take(reader.U16());
            if (reader.Short)
                break;
            if (epoch > 0 || type is 23 or > 31)
                messages.Stop();
            else if (type == 22)
                messages.Take(fragment, _facts);
        }

        if (++_datagrams >= MostDatagrams || (_fromOriginator.IsDone && _fromResponder.IsDone))
            notes.Done();
        return said.Bytes.Length;
    }
}
