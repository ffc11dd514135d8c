using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Skinny;

/// <summary>
/// Skinny Client Control Protocol (Cisco): length, header version and message id, least significant byte first.
/// </summary>
internal sealed class SkinnyIdentifier : Identifier
{
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
        for (var message = 0; message < 3 && reader.Left > 0; message++)
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
            bits += length - 4 <= (uint)reader.Left ? 34 : 22;
            reader.Skip((int)Math.Min(length - 4, (uint)reader.Left));
        }

        return bits > 0 ? Claim.Yes(bits, role, "messages") : said.TooShort;
    }

    private static bool IsMessage(uint id) => id is <= 0x4D or (>= 0x81 and <= 0x15A) or 0x8000;
}
