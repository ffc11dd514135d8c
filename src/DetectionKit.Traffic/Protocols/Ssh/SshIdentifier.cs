using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ssh;

/// <summary>
/// SSH: the identification string <c>SSH-protoversion-softwareversion</c> (RFC 4253 section 4.2), or, where that was not captured, a key exchange
/// init message (section 7.1).
/// </summary>
internal sealed class SshIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "ssh";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
        [Prefix.Text("SSH-"), new(ByteSet.Of(0), ByteSet.Of(0), ByteSet.Range(0, 0x20), ByteSet.Any)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] == 0)
            return KeyExchangeInit(bytes, said.Complete);
        var magic = "SSH-"u8;
        if (bytes.Length < magic.Length)
            return magic.StartsWith(bytes) && !said.Complete ? Claim.More : Claim.No;
        if (!bytes.StartsWith(magic))
            return Claim.No;
        var rest = bytes[magic.Length..];
        for (var at = 0; at < rest.Length; at++)
        {
            if (rest[at] == '-')
                return at >= 3 ? Claim.Yes(60, Role.Peer, "identification string") : Claim.No;
            if (at > 8 || !(Ascii.IsDigit(rest[at]) || (rest[at] == '.' && at > 0)))
                return Claim.No;
        }

        return said.Complete ? Claim.Yes(32 + (rest.Length * 4), Role.Peer, "identification string, cut") : Claim.More;
    }

    /// <summary>Packet length, padding length, message 20, a cookie, and name lists with the names of methods.</summary>
    private static Claim KeyExchangeInit(ReadOnlySpan<byte> bytes, bool complete)
    {
        var reader = new ByteReader(bytes);
        var length = reader.U32();
        var padding = reader.U8();
        var message = reader.U8();
        reader.Skip(16);
        var names = (int)Math.Min(reader.U32(), 4096);
        if (reader.Short)
            return complete ? Claim.No : Claim.More;
        if (length is < 64 or > 8192 || padding < 4 || message != 20 || names is < 8 or > 2048 || names + 22 > length)
            return Claim.No;
        var list = reader.Take(Math.Min(names, reader.Left));
        if (!Ascii.IsAll(list, Ascii.Token) && list.ContainsAnyExcept("@,"u8) && !Ascii.IsVisible(list))
            return Claim.No;
        if (list.Length < names)
            return complete && list.Length > 16 ? Claim.Yes(30, Role.Peer, "key exchange init, cut") : complete ? Claim.No : Claim.More;
        return Claim.Yes(56, Role.Peer, "key exchange init");
    }
}
