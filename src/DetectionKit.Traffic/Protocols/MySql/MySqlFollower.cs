using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.MySql;

/// <summary>Followers of MySQL.</summary>
internal sealed class MySqlFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "mysql";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Inner | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new MySqlFollower();
}

/// <summary>
/// Reads MySQL's connection phase (MySQL internals, "Connection Phase Packets"): the server's version; the client's user; or the client's request
/// for TLS, behind which the rest is inside.
/// </summary>
internal sealed class MySqlFollower : Follower
{
    private const int HeaderLength = 4;
    private const int SslRequestLength = 32;
    private const uint ClientSsl = 0x800;
    private const uint ClientProtocol41 = 0x200;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var reader = new ByteReader(said.Bytes);
        var length = reader.U8() | reader.U8() << 8 | reader.U8() << 16;
        var sequence = reader.U8();
        var packet = reader.Take(length);
        if (reader.Short && (said.Bytes.Length < HeaderLength || length <= 4096))
            return 0;
        if (said.FromOriginator && sequence == 1)
            Client(packet, notes);
        else if (!said.FromOriginator && sequence == 0 && packet.Length > 1 && packet[0] is 9 or 10 && packet.IndexOf((byte)0) is > 1 and var end)
            notes.Fact("server_software", Value.Of(Name(Texts.Of(packet[1..end]))));
        else if (sequence > 1 || said.FromOriginator)
            notes.Done();
        return HeaderLength + length;
    }

    private static void Client(ReadOnlySpan<byte> packet, FlowNotes notes)
    {
        var reader = new ByteReader(packet);
        var capabilities = reader.U32Little();
        if (!reader.Short && (capabilities & ClientSsl) != 0 && packet.Length == SslRequestLength)
        {
            notes.InnerBegins();
            return;
        }

        if ((capabilities & ClientProtocol41) != 0 && packet.Length > SslRequestLength && packet[SslRequestLength..].IndexOf((byte)0) is > 0 and var end)
            notes.Fact("user", Value.Of(Texts.Of(packet.Slice(SslRequestLength, end))));
        notes.Done();
    }

    /// <summary>MariaDB says its name in its version, MySQL does not.</summary>
    private static string? Name(string? version) =>
        version is null ? null : version.Contains("MariaDB", StringComparison.Ordinal) ? $"MariaDB {version}" : $"MySQL {version}";
}
