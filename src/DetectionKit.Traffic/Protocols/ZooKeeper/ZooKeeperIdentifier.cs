using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.ZooKeeper;

/// <summary>ZooKeeper (Apache ZooKeeper, "zookeeper.jute" and "The Four Letter Words"): the request and response that open a session, or words of four letters.</summary>
internal sealed class ZooKeeperIdentifier : Identifier
{
    private const int PasswordLength = 16;

    private static readonly string[] Words = ["ruok", "stat", "mntr", "conf", "envi", "srvr", "dump", "cons", "wchs", "wchc", "isro", "srst", "crst"];

    /// <inheritdoc/>
    public override string App => "zookeeper";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
        [.. Prefix.Texts(Words), Prefix.Text("imok"), Prefix.Text("Zook"), Prefix.Text("zk_v"), Prefix.Text("clie"), Prefix.Text("Envi"), new(ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(0x24, 0x25, 0x2C, 0x2D))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] == 0)
            return Session(said);
        if (bytes.Length < 4)
            return said.TooShort;
        if (bytes.TrimEnd("\r\n"u8).Length == 4 && !bytes.SequenceEqual("imok"u8))
            return Claim.Yes(20, Role.Client, "word of four letters");
        if (bytes.SequenceEqual("imok"u8))
            return Claim.Yes(30, Role.Server, "answer to ruok");
        if (bytes.Length < 16)
            return said.TooShort;
        return bytes.StartsWith("Zookeeper versio"u8) || bytes.StartsWith("zk_version\t"u8) || bytes.StartsWith("Environment:\nzoo"u8) ? Claim.Yes(60, Role.Server, "answer to a word")
            : bytes.StartsWith("clientPort="u8) ? Claim.Yes(34, Role.Server, "answer to conf") : Claim.No;
    }

    /// <summary>Length, protocol version 0, then (request) what was seen last, a timeout and a session, or (response) a timeout and a session; a password of 16 bytes.</summary>
    private static Claim Session(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var request = reader.U32() is 44 or 45;
        var version = reader.U32();
        if (request)
            reader.U64();
        var timeout = reader.U32();
        var session = reader.U64();
        var password = reader.U32();
        if (version != 0)
            return Claim.No;
        if (reader.Short)
            return said.TooShort;
        if (timeout is 0 or > 10_000_000 || password != PasswordLength || (!request && session == 0))
            return Claim.No;
        return Claim.Yes(50, request ? Role.Client : Role.Server, request ? "connect request" : "connect response");
    }
}
