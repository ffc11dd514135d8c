using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
namespace DetectionKit.Traffic.Protocols.Ldap;

/// <summary>LDAP and connectionless LDAP (RFC 4511 section 4, [MS-ADTS] section 3.1.1.3.1): messages in BER.</summary>
internal sealed class LdapIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "ldap";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0x30))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var ber = new BerReader(said.Bytes);
        var length = ber.Enter(0x30);
        var id = ber.Integer(2);
        var body = ber.Enter(out var operation);
        if (ber.Failed)
            return ber.Short && (length < 0 || length >= 5) ? said.TooShort : Claim.No;
        var start = ber.At;
        if (id is < 0 or > int.MaxValue || body > length || (said.Carrier == Carrier.Udp && body + start > said.WireLength))
            return Claim.No;

        // What follows the operation in the message can only be controls.
        var fits = length - body is >= 5 and <= 9;
        var inner = Inner(ref ber, operation, body);
        if (inner < 0)
            return Claim.No;
        if (inner == 0 && (ber.Short || ber.Left == 0))
            return said.TooShort;
        if (!fits && inner < 16)
            return Claim.No;
        return Claim.Yes(20 + (fits ? 12 : 0) + inner, IsResponse(operation) ? Role.Server : Role.Client, "message");
    }

    /// <summary>Bits that the operation's first fields add: 0 where they are not there yet, negative where they cannot be.</summary>
    private static int Inner(ref BerReader ber, byte operation, int length)
    {
        switch (operation)
        {
            case 0x60: // bind request: version, name, authentication
                return ber.Integer(2) is var version && ber.Short ? 0 : version is 2 or 3 && ber.Enter(4) >= 0 ? 30 : ber.Short ? 0 : -1;
            case 0x61 or 0x65 or 0x67 or 0x69 or 0x6B or 0x6D or 0x6F or 0x78: // a result: code, matched name, message
                return ber.Integer(0x0A) is var code && ber.Short ? 0 : code is >= 0 and <= 123 && ber.Enter(4) >= 0 ? 28 : ber.Short ? 0 : -1;
            case 0x63: // search request: base, scope, dereferencing
                ber.Take(Math.Max(0, ber.Enter(4)));
                var scope = ber.Integer(0x0A);
                var aliases = ber.Integer(0x0A);
                return ber.Short ? 0 : scope is >= 0 and <= 3 && aliases is >= 0 and <= 3 ? 40 : -1;
            case 0x64 or 0x66 or 0x68: // entry, modification, addition: name, then a sequence
                ber.Take(Math.Max(0, ber.Enter(4)));
                return ber.Short || (ber.Left == 0 && !ber.Failed) ? 0 : !ber.Failed && ber.Peek == 0x30 ? 24 : -1;
            case 0x42: // unbind
                return length == 0 ? 20 : -1;
            case 0x4A or 0x50: // deletion, abandon
                return operation == 0x50 ? length is >= 1 and <= 4 ? 12 : -1 : length is > 2 and < 1024 ? 6 : -1;
            case 0x6C or 0x6E or 0x73: // renaming, comparison, reference
                return ber.Enter(4) >= 0 ? 16 : ber.Short ? 0 : -1;
            case 0x77: // extended request: an OID
                return ber.Enter(0x80) is > 4 and < 128 ? char.IsAsciiDigit((char)ber.Peek) || ber.Left == 0 ? 26 : -1 : ber.Short ? 0 : -1;
            case 0x79:
                return 6;
            default:
                return -1;
        }
    }

    private static bool IsResponse(byte operation) => operation is 0x61 or 0x64 or 0x65 or 0x67 or 0x69 or 0x6B or 0x6D or 0x6F or 0x73 or 0x78 or 0x79;
}
