using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ssh;

/// <summary>Followers of SSH.</summary>
internal sealed class SshFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "ssh";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new SshFollower();
}

/// <summary>Reads both identification strings (RFC 4253 section 4.2) and both key exchange initialisations (section 7.1).</summary>
internal sealed class SshFollower : Follower
{
    private const int MostBannerLines = 64;
    private const int LongestPacket = 35_000;
    private readonly Side _client = new();
    private readonly Side _server = new();

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var side = said.FromOriginator ? _client : _server;
        if (side.IsDone || said.AfterGap)
        {
            Stop(side, notes);
            return said.Bytes.Length;
        }

        return side.HasBanner ? ReadPacket(side, in said, notes) : ReadBanner(side, in said, notes);
    }

    private static long ReadBanner(Side side, in FollowedBytes said, FlowNotes notes)
    {
        var end = said.Bytes.IndexOf((byte)'\n');
        if (end < 0)
            return 0;
        var line = said.Bytes[..end].TrimEnd((byte)'\r');
        side.HasBanner = Ascii.Starts(line, "SSH-"u8);
        side.IsDone = !side.HasBanner && ++side.Lines > MostBannerLines;
        if (side.HasBanner)
        {
            var rest = line[4..];
            var hyphen = rest.IndexOf((byte)'-');
            notes.Fact(said.FromOriginator ? "client_software" : "server_software", Value.Of(Texts.Of(rest[(hyphen + 1)..])));
            if (hyphen > 0)
                notes.Fact(said.FromOriginator ? "ssh_client_version" : "ssh_version", Value.Of(Texts.Of(rest[..hyphen])));
        }

        return end + 1;
    }

    private long ReadPacket(Side side, in FollowedBytes said, FlowNotes notes)
    {
        var reader = new ByteReader(said.Bytes);
        var length = reader.U32();
        if (reader.Short)
            return 0;
        if (length is < 2 or > LongestPacket)
        {
            Stop(side, notes);
            return said.Bytes.Length;
        }

        var packet = reader.Take((int)length);
        if (reader.Short)
            return 0;
        if (packet[1] != 20)
            return 4 + (long)length;
        side.Offer = SshOffer.Read(packet[2..]);
        if (side.Offer is { } offer)
            notes.Fact(said.FromOriginator ? "hassh" : "hassh_server", Value.Of(said.FromOriginator ? offer.ClientFingerprint : offer.ServerFingerprint));
        if (_client.Offer is { } client && _server.Offer is { } server)
            SayAgreement(client, server, notes);
        Stop(side, notes);
        return said.Bytes.Length;
    }

    private static void SayAgreement(SshOffer client, SshOffer server, FlowNotes notes)
    {
        notes.Fact("ssh_kex", Value.Of(SshOffer.Agreed(client.KeyExchange, server.KeyExchange)));
        notes.Fact("ssh_host_key_algorithm", Value.Of(SshOffer.Agreed(client.HostKey, server.HostKey)));
        notes.Fact("ssh_cipher", Value.Of(SshOffer.Agreed(client.CipherOut, server.CipherOut)));
        notes.Fact("ssh_mac", Value.Of(SshOffer.Agreed(client.MacOut, server.MacOut)));
        notes.Fact("ssh_compression", Value.Of(SshOffer.Agreed(client.CompressionOut, server.CompressionOut)));
    }

    private void Stop(Side side, FlowNotes notes)
    {
        side.IsDone = true;
        if (_client.IsDone && _server.IsDone)
            notes.Done();
    }

    private sealed class Side
    {
        public bool HasBanner;
        public bool IsDone;
        public int Lines;
        public SshOffer? Offer;
    }
}
