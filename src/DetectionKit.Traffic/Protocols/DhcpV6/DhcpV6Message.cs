using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Dhcp;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.DhcpV6;

/// <summary>
/// A DHCPv6 message read for its event (RFC 8415 sections 8, 9, 11 and 21; FQDN of RFC 4704, the relay's view of the client of RFC 6939). Of what a relay
/// carries, the innermost message counts.
/// </summary>
internal sealed class DhcpV6Message
{
    private const int MostOptions = 128;
    private const int MostRelays = 8;
    private const byte RelayForward = 12, RelayReply = 13;

    private static readonly string[] Kinds =
    [
        "", "SOLICIT", "ADVERTISE", "REQUEST", "CONFIRM", "RENEW", "REBIND", "REPLY", "RELEASE", "DECLINE", "RECONFIGURE", "INFORMATION-REQUEST", "RELAY-FORW", "RELAY-REPL",
    ];

    /// <summary>The message's type by number (section 7.3).</summary>
    public int Kind { get; private init; }

    /// <summary>The transaction's number.</summary>
    public int Transaction { get; private init; }

    /// <summary>The client's hardware address in 48 bits, of its DUID or by its relay; 0: none is told.</summary>
    public ulong Hardware { get; private set; }

    /// <summary>The address given or asked for; the first of several.</summary>
    public IpAddress Address { get; private set; }

    /// <summary>The prefix that is delegated; none: <see cref="PrefixLength"/> is 0.</summary>
    public IpAddress Prefix { get; private set; }

    /// <summary>The delegated prefix's length in bits.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Seconds that the address or prefix is valid for.</summary>
    public uint? Lease { get; private set; }

    /// <summary>The status, 0 for success; the first that is none.</summary>
    public int Status { get; private set; }

    /// <summary>The host's name in the DNS.</summary>
    public string? FullName { get; private set; }

    /// <summary>Whether a server says it.</summary>
    public bool IsReply => Kind is 2 or 7 or 10;

    /// <summary>The type as the RFC calls it: <c>SOLICIT</c>.</summary>
    public string KindText => Kind > 0 && Kind < Kinds.Length ? Kinds[Kind] : $"{Kind}";

    /// <summary>Reads a message; null where it is none.</summary>
    public static DhcpV6Message? Read(ReadOnlySpan<byte> bytes)
    {
        var hardware = 0ul;
        for (var relays = 0; relays < MostRelays && bytes.Length > 34 && bytes[0] is RelayForward or RelayReply; relays++)
            bytes = Relayed(bytes[34..], ref hardware);
        if (bytes.Length < 4 || bytes[0] is 0 or RelayForward or RelayReply)
            return null;
        var message = new DhcpV6Message { Kind = bytes[0], Transaction = bytes[1] << 16 | bytes[2] << 8 | bytes[3], Hardware = hardware };
        message.ReadOptions(bytes[4..], nested: false);
        return message;
    }

    private static ReadOnlySpan<byte> Relayed(ReadOnlySpan<byte> options, scoped ref ulong hardware)
    {
        var reader = new ByteReader(options);
        ReadOnlySpan<byte> inner = default;
        for (var count = 0; count < MostOptions && reader.Left >= 4; count++)
        {
            var code = reader.U16();
            var value = reader.Take(reader.U16());
            if (code == 9)
                inner = value;
            else if (code == 79 && value.Length == 8 && value[1] == 1)
                hardware = Mac(value[2..]);
        }

        return inner;
    }

    private void ReadOptions(ReadOnlySpan<byte> bytes, bool nested)
    {
        var reader = new ByteReader(bytes);
        for (var count = 0; count < MostOptions && reader.Left >= 4; count++)
        {
            var code = reader.U16();
            var value = reader.Take(reader.U16());
            if (reader.Short)
                return;
            Take(code, value, nested);
        }
    }

    private void Take(int code, ReadOnlySpan<byte> value, bool nested)
    {
        switch (code)
        {
            case 1 when value.Length >= 4 && Hardware == 0:
                Hardware = HardwareOf(value);
                break;
            case 3 or 25 when !nested && value.Length > 12:
                ReadOptions(value[12..], nested: true);
                break;
            case 4 when !nested && value.Length > 4:
                ReadOptions(value[4..], nested: true);
                break;
            case 5 when nested && value.Length >= 24 && Address.IsNone:
                Address = IpAddress.FromV6(value[..16]);
                Lease = new ByteReader(value[20..]).U32();
                ReadStatus(value[24..]);
                break;
            case 26 when nested && value.Length >= 25 && PrefixLength == 0 && value[8] <= 128:
                Prefix = IpAddress.FromV6(value[9..25]);
                PrefixLength = value[8];
                Lease ??= new ByteReader(value[4..]).U32();
                ReadStatus(value[25..]);
                break;
            case 13 when value.Length >= 2 && Status == 0:
                Status = value[0] << 8 | value[1];
                break;
            case 39 when value.Length > 1:
                FullName = WireName.Read(value[1..]);
                break;
        }
    }

    /// <summary>What became of one address stands behind it.</summary>
    private void ReadStatus(ReadOnlySpan<byte> options)
    {
        var reader = new ByteReader(options);
        if (Status == 0 && reader.U16() == 13 && reader.U16() >= 2)
            Status = reader.U16();
    }

    /// <summary>DUIDs of types 1 (with a time) and 3 end with the hardware address; Ethernet's kind is 1.</summary>
    private static ulong HardwareOf(ReadOnlySpan<byte> duid)
    {
        var start = (duid[0] << 8 | duid[1]) switch { 1 => 8, 3 => 4, _ => 0 };
        return start > 0 && duid.Length == start + 6 && duid[2] == 0 && duid[3] == 1 ? Mac(duid[start..]) : 0;
    }

    private static ulong Mac(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        return (ulong)reader.U32() << 16 | reader.U16();
    }
}
