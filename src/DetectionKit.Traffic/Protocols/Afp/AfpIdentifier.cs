using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Afp;

/// <summary>
/// AFP over DSI (Apple Filing Protocol Programming Guide, "Data Stream Interface"): flag, command, request id, offset or error, length, and four
/// reserved bytes of zero.
/// </summary>
internal sealed class AfpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "afp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0, 1), ByteSet.Of(1, 2, 3, 4, 5, 6, 8))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        var role = Role.Peer;
        // The first two blocks are looked at; a block may be longer than what was kept.
        for (var block = 0; block < 2 && reader.Left > 0; block++)
        {
            var flag = reader.U8();
            var command = reader.U8();
            var id = reader.U16();
            var offset = reader.U32();
            var length = reader.U32();
            var reserved = reader.U32();
            if (reader.Short)
                return block > 0 ? Claim.Yes(bits, role, "DSI block") : said.TooShort;
            if (flag > 1 || command is 0 or 7 or > 8 || reserved != 0 || length > Longest(flag, command) || (flag == 0 && command != 6 && offset != 0))
                return Claim.No;
            if (block == 0)
                role = flag == 0 ? Role.Client : Role.Server;
            // A stream of zeros has such blocks too.
            bits += id == 0 && length == 0 && !said.FromStart ? 10 : length <= (uint)reader.Left ? 56 : 22;
            reader.Skip((int)length);
        }

        return Claim.Yes(Math.Min(bits, 80), role, "DSI block");
    }

    /// <summary>How long a block can be: commands, writes and answers carry data, the others next to nothing.</summary>
    private static uint Longest(byte flag, byte command) => flag == 1 ? 1u << 20 : command switch
    {
        2 => 1u << 14,
        4 => 64,
        6 => 1u << 20,
        _ => 0,
    };
}
