using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Skinny;

/// <summary>
/// Skinny Client Control Protocol (Cisco): length, header version and message id, least significant byte first.
/// </summary>
internal sealed class SkinnyIdentifier : Identifier
{
    private const int MostMessages = 64;

    private static readonly ByteSet DeviceLetters = ByteSet.Of("-_."u8).Or(ByteSet.Digits).Or(ByteSet.Letters);

    /// <inheritdoc/>
    public override string App => "skinny";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Any, ByteSet.Range(0, 8), ByteSet.Of(0), ByteSet.Of(0))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        var role = Role.Peer;
        for (var message = 0; message < MostMessages && reader.Left > 0; message++)
        {
            var length = reader.U32Little();
            var version = reader.U32Little();
            var id = reader.U32Little();
            if (reader.Short)
                break;
            if (length is < 4 or > 2048 || version is not (0 or (>= 10 and <= 24)) || !IsMessage(id) || (id != 0 && length == 4 && id < 8))
                return Claim.No;
            if (message == 0)
                role = id < 0x80 ? Role.Client : Role.Server;
            bits = Math.Min(bits + Worth(id, length, reader.Rest), 80);
            reader.Skip((int)length - 4);
        }

        // Rows of small numbers look like headers; the messages have to end where the bytes do.
        return bits > 0 && !reader.Short ? Claim.Yes(bits, role, "messages") : said.TooShort;
    }

    /// <summary>A phone registers by its name, and is answered in one of two sizes; other messages say little by themselves.</summary>
    private static int Worth(uint id, uint length, ReadOnlySpan<byte> body) => id switch
    {
        1 when body.StartsWith("SEP"u8) || IsDevice(body) => 46,
        0x81 when length is 0x14 or 0x18 => 30,
        _ => 22,
    };

    private static bool IsMessage(uint id) => id is <= 0x4D or (>= 0x81 and <= 0x15A) or 0x8000;

    /// <summary>A name of three to fifteen letters and digits in a field of sixteen bytes: SEP and a hardware address for phones, other words for other devices.</summary>
    private static bool IsDevice(ReadOnlySpan<byte> body)
    {
        if (body.Length < 16)
            return false;
        var name = body[..16].TrimEnd((byte)0);
        return name.Length is > 2 and < 16 && Ascii.IsAll(name, DeviceLetters);
    }
}
