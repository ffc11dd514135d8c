using System.Buffers.Binary;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.SunRpc;

/// <summary>One message of ONC RPC (RFC 5531 section 9), over TCP behind a record mark (section 11).</summary>
/// <param name="Claim">What the bytes are.</param>
/// <param name="Program">The program called, or answered where the call is known; 0 where it is not.</param>
internal readonly record struct RpcMessage(Claim Claim, uint Program)
{
    /// <summary>NFS's program number.</summary>
    public const uint Nfs = 100_003;

    /// <summary>A reply whose call was not seen: a later call tells whose it is, so it does not decide at once.</summary>
    private const int Unasked = Evidence.Decisive - 2;

    private const int LongestCredential = 400;

    /// <summary>What a message begins with over TCP: the mark of a last fragment or another, of at most 2 MiB. UDP begins with a transaction id of any value.</summary>
    public static Prefix RecordMark { get; } = new(ByteSet.Of(0, 0x80), ByteSet.Range(0, 0x20));

    /// <summary>What a datagram begins with: any id, then call or reply.</summary>
    public static Prefix Datagram { get; } =
        new(ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(0, 1));

    /// <summary>Reads the first message of a side.</summary>
    public static RpcMessage Read(in Utterance said)
    {
        var bytes = said.Bytes;
        var left = said.WireLength;
        if (said.Carrier == Carrier.Tcp)
        {
            if (bytes.Length < 12)
                return new(bytes[0] is 0 or 0x80 ? said.TooShort : Claim.No, 0);
            var mark = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            left = (int)(mark & 0x7FFFFFFF);
            if (left is < 20 or > 1 << 21)
                return default;
            bytes = bytes[4..];
        }

        if (bytes.Length < 12)
            return new(said.TooShort, 0);
        var kind = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        var message = kind == 0 ? Call(bytes, left, said) : kind == 1 ? Reply(bytes, left, said) : default;
        return message;
    }

    private static RpcMessage Call(ReadOnlySpan<byte> bytes, int left, in Utterance said)
    {
        var reader = new ByteReader(bytes);
        reader.Skip(8);
        uint rpc = reader.U32(), program = reader.U32(), version = reader.U32(), procedure = reader.U32();
        if (bytes.Length >= 12 && rpc != 2)
            return default;
        uint flavor = reader.U32(), length = reader.U32();
        if (reader.Short)
            return new(said.TooShort, 0);
        if (program is < 100_000 or > 0x7FFFFFFF || version > 64 || procedure > 256 || !IsFlavor(flavor) || length > LongestCredential || length % 4 != 0 || left < 40)
            return default;
        reader.Skip((int)length);
        uint verifier = reader.U32(), verifierLength = reader.U32();
        if (!reader.Short && (!IsFlavor(verifier) || verifierLength > LongestCredential))
            return default;
        return new(Claim.Yes(reader.Short ? 80 : 96, Role.Client, "call"), program);
    }

    private static RpcMessage Reply(ReadOnlySpan<byte> bytes, int left, in Utterance said)
    {
        var reader = new ByteReader(bytes);
        var id = reader.U32();
        reader.Skip(4);
        var status = reader.U32();
        if (reader.Short)
            return new(said.TooShort, 0);
        var program = ProgramOf(said, id);
        // An answer whose call was not seen has to have an id that somebody drew.
        if (program == 0 && id < 256)
            return default;
        if (status == 1)
            return Denial(ref reader, left, program);
        uint verifier = reader.U32(), length = reader.U32();
        if (status != 0 || !IsFlavor(verifier) || length > LongestCredential || length % 4 != 0 || left < 24)
            return default;
        reader.Skip((int)length);
        var accepted = reader.U32();
        if (reader.Short)
            return new(said.Carrier == Carrier.Udp && said.WireLength == said.Bytes.Length ? Claim.No : said.Complete ? Claim.Yes(program == 0 ? Unasked : 40, Role.Server, "reply, cut") : Claim.More, program);
        return accepted <= 5 ? new(Claim.Yes(program == 0 ? Unasked : 64, Role.Server, "reply"), program) : default;
    }

    /// <summary>Versions 2 to 2 are spoken, or the credential is bad for a reason from 1 to 14.</summary>
    private static RpcMessage Denial(ref ByteReader reader, int left, uint program)
    {
        uint reason = reader.U32(), detail = reader.U32();
        return (reason == 0 && left == 24 && detail == 2) || (reason == 1 && left == 20 && detail is >= 1 and <= 14) ? new(Claim.Yes(program == 0 ? Unasked : 56, Role.Server, "denial"), program) : default;
    }

    /// <summary>The program that the other side called.</summary>
    private static uint ProgramOf(in Utterance said, uint id)
    {
        var peer = said.Peer;
        if (said.Carrier == Carrier.Tcp)
            peer = peer.Length > 4 ? peer[4..] : default;
        return peer.Length >= 16 && BinaryPrimitives.ReadUInt32BigEndian(peer[4..]) == 0 && BinaryPrimitives.ReadUInt32BigEndian(peer[8..]) == 2
            && (said.Carrier == Carrier.Tcp || BinaryPrimitives.ReadUInt32BigEndian(peer) == id) ? BinaryPrimitives.ReadUInt32BigEndian(peer[12..]) : 0;
    }

    /// <summary>AUTH_NONE, SYS, SHORT, DH, KERB, RSA, GSS, TLS, and Sun's GSS flavours.</summary>
    private static bool IsFlavor(uint flavor) => flavor <= 7 || flavor is >= 390_000 and < 390_020;
}
