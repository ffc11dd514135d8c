using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.PostgreSql;

/// <summary>Followers of PostgreSQL.</summary>
internal sealed class PostgreSqlFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "postgresql";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new PostgreSqlFollower();
}

/// <summary>
/// Reads PostgreSQL's start (manual, "Message Formats"): the start-up parameters, the server's version; an SSLRequest that is answered by S,
/// behind which the rest is inside.
/// </summary>
internal sealed class PostgreSqlFollower : Follower
{
    private const uint SslRequest = 80_877_103;
    private const uint GssRequest = 80_877_104;
    private const uint CancelRequest = 80_877_102;
    private bool _asked;
    private bool _started;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes) => said.FromOriginator ? Client(said.Bytes, notes) : Server(said.Bytes, notes);

    private long Client(ReadOnlySpan<byte> bytes, FlowNotes notes)
    {
        if (_started)
            return bytes.Length;
        var reader = new ByteReader(bytes);
        var length = reader.U32();
        var code = reader.U32();
        if (reader.Short)
            return 0;
        if (length is < 8 or > 10_000 || code == CancelRequest)
        {
            notes.Done();
            return bytes.Length;
        }

        if (code is SslRequest or GssRequest)
        {
            _asked = true;
            return length;
        }

        var parameters = reader.Take((int)length - 8);
        if (reader.Short)
            return 0;
        _started = true;
        while (Next(ref parameters, out var name) && Next(ref parameters, out var value))
            Parameter(name, value, notes);
        return length;
    }

    private static void Parameter(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FlowNotes notes)
    {
        if (name.SequenceEqual("user"u8))
            notes.Fact("user", Value.Of(Texts.Of(value)));
        else if (name.SequenceEqual("database"u8))
            notes.Fact("database", Value.Of(Texts.Of(value)));
        else if (name.SequenceEqual("application_name"u8))
            notes.Fact("client_software", Value.Of(Texts.Of(value)));
    }

    private long Server(ReadOnlySpan<byte> bytes, FlowNotes notes)
    {
        if (_asked && !_started && bytes[0] is (byte)'S' or (byte)'N' or (byte)'G')
        {
            // One byte answers the request.
            _asked = false;
            if (bytes[0] == (byte)'S')
                notes.InnerBegins();
            return 1;
        }

        var reader = new ByteReader(bytes);
        var type = reader.U8();
        var length = reader.U32();
        if (reader.Short)
            return 0;
        if (length is < 4 or > 1 << 20)
        {
            notes.Done();
            return bytes.Length;
        }

        var body = reader.Take((int)length - 4);
        if (type == 'S' && reader.Short)
            return 0;
        if (type == 'S' && Next(ref body, out var name) && name.SequenceEqual("server_version"u8) && Next(ref body, out var version) && Texts.Of(version) is { } text)
            notes.Fact("server_software", Value.Of($"PostgreSQL {text}"));
        if (type is (byte)'Z' or (byte)'E')
            notes.Done();
        return 1 + (long)length;
    }

    private static bool Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        var end = rest.IndexOf((byte)0);
        text = end > 0 ? rest[..end] : default;
        rest = end >= 0 ? rest[(end + 1)..] : default;
        return end > 0;
    }
}
