using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
using DetectionKit.Traffic.Protocols.X509;

namespace DetectionKit.Traffic.Protocols.Snmp;

/// <summary>Followers of SNMP.</summary>
internal sealed class SnmpFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "snmp";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new SnmpFollower();
}

/// <summary>
/// Reads an SNMP message's wrapper: version; of 1 and 2c (RFC 1157, RFC 1901) whether a community is said and whether it is a well-known one, since it
/// is a password; of 3 (RFC 3412, RFC 3414) the user.
/// </summary>
internal sealed class SnmpFollower : Follower
{
    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var message = new DerReader(said.Bytes).Into(DerTag.Sequence);
        if (message.Next(DerTag.Integer) is [var version])
        {
            notes.Fact("snmp_version", Value.Of(version switch { 0 => "1", 1 => "2c", 3 => "3", _ => null }));
            if (version == 3)
                User(message, notes);
            else
                notes.Fact("snmp_community", Value.Of(Kind(message.Next(DerTag.OctetString))));
        }

        notes.Done();
        return said.Bytes.Length;
    }

    private static void User(DerReader message, FlowNotes notes)
    {
        message.Next(DerTag.Sequence);
        var parameters = new DerReader(message.Next(DerTag.OctetString)).Into(DerTag.Sequence);
        parameters.Next(DerTag.OctetString);
        parameters.Next(DerTag.Integer);
        parameters.Next(DerTag.Integer);
        notes.Fact("user", Value.Of(Texts.Of(parameters.Next(DerTag.OctetString))));
    }

    private static string Kind(ReadOnlySpan<byte> community) =>
        community.IsEmpty ? "none" : community.SequenceEqual("public"u8) ? "public" : community.SequenceEqual("private"u8) ? "private" : "set";
}
